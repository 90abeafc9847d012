package dev.trustring.device.wire;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.KeyDeserializer;
import com.fasterxml.jackson.databind.deser.KeyDeserializers;
import com.fasterxml.jackson.databind.deser.std.FromStringDeserializer;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The small values: texts are taken as they are, times as ISO 8601 says them, ids as map keys. */
final class Scalars extends SimpleModule {

  Scalars() {
    super("trustring-scalars");
    addDeserializer(String.class, new TextDeserializer());
    addSerializer(Instant.class, ToStringSerializer.instance);
    addDeserializer(Instant.class, new InstantDeserializer());
    addSerializer(Duration.class, ToStringSerializer.instance);
    addDeserializer(Duration.class, new DurationDeserializer());
  }

  @Override
  public void setupModule(SetupContext context) {
    super.setupModule(context);
    context.addKeyDeserializers(new IdKeys());
  }

  /** Takes a text alone; Jackson's own also makes one of numbers and blobs. */
  private static final class TextDeserializer extends StdScalarDeserializer<String> {

    TextDeserializer() {
      super(String.class);
    }

    @Override
    public String deserialize(JsonParser parser, DeserializationContext context)
        throws IOException {
      if (!parser.hasToken(JsonToken.VALUE_STRING)) {
        return context.reportInputMismatch(this, "a text is wanted, not %s", parser.currentToken());
      }
      return parser.getText();
    }
  }

  private static final class InstantDeserializer extends FromStringDeserializer<Instant> {

    InstantDeserializer() {
      super(Instant.class);
    }

    @Override
    protected Instant _deserialize(String text, DeserializationContext context) {
      return Instant.parse(text);
    }
  }

  private static final class DurationDeserializer extends FromStringDeserializer<Duration> {

    DurationDeserializer() {
      super(Duration.class);
    }

    @Override
    protected Duration _deserialize(String text, DeserializationContext context) {
      return Duration.parse(text);
    }
  }

  private static final class IdKeys implements KeyDeserializers {

    @Override
    public @Nullable KeyDeserializer findKeyDeserializer(
        JavaType type, DeserializationConfig config, BeanDescription description) {
      Optional<RecordComponent> component = RecordShapes.idComponent(type.getRawClass());
      return component.isEmpty() ? null : new IdKey(type.getRawClass(), component.get().getType());
    }
  }

  private static final class IdKey extends KeyDeserializer {

    private final Class<?> id;
    private final Class<?> component;
    private final Constructor<?> constructor;

    IdKey(Class<?> id, Class<?> component) {
      this.id = id;
      this.component = component;
      try {
        this.constructor = id.getDeclaredConstructor(component);
        constructor.setAccessible(true);
      } catch (NoSuchMethodException e) {
        throw new AssertionError("a record without its constructor: " + id, e);
      }
    }

    @Override
    public Object deserializeKey(String key, DeserializationContext context) throws IOException {
      try {
        return constructor.newInstance(scalar(key));
      } catch (NumberFormatException e) {
        return context.handleWeirdKey(id, key, "a whole number is wanted");
      } catch (InvocationTargetException e) {
        return context.handleWeirdKey(id, key, "it is refused: %s", e.getCause());
      } catch (InstantiationException | IllegalAccessException e) {
        throw new LinkageError("a record whose constructor cannot be called: " + id, e);
      }
    }

    private Object scalar(String key) {
      if (component == int.class) {
        return Integer.valueOf(key);
      }
      return component == long.class ? (Object) Long.valueOf(key) : key;
    }
  }
}
