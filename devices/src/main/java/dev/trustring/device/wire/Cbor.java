package dev.trustring.device.wire;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.exc.InvalidDefinitionException;
import com.fasterxml.jackson.dataformat.cbor.CBORFactory;
import com.fasterxml.jackson.dataformat.cbor.CBORGenerator;
import com.fasterxml.jackson.dataformat.cbor.databind.CBORMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.io.IOException;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/**
 * Our records as CBOR (RFC 8949) and back. What a record is on the wire follows from its
 * declaration alone; {@link RecordShapes} has the rules. Equal values make equal bytes, maps go out
 * in the order of their keys.
 *
 * <p>Reading is strict: what is unknown, missing, double, null, of another type or left over is
 * refused, and so is a value that the constructor of its record does not take. An empty {@code
 * Optional} is left out, so a record may get one more of these without making older bytes
 * unreadable; only there null is taken, for empty.
 *
 * <p>A plain {@code Set} would go out in an order of its own: declare a {@code SortedSet}.
 *
 * <p>A text with half of a surrogate pair leaves with U+FFFD in its place: UTF-8 cannot say it.
 */
public final class Cbor {

  /** The deepest nesting that is read; our own messages have fewer than ten levels. */
  static final int DEEPEST = 64;

  /** The longest text or blob that is read: no part is longer than the whole. */
  static final int LONGEST_TEXT = FrameCodec.MAX_BYTES;

  private static final JsonSetter.Value EMPTY_IF_NULL = JsonSetter.Value.forValueNulls(Nulls.SET);

  private static final ObjectMapper MAPPER = mapper();

  private static final ClassValue<ObjectWriter> WRITERS =
      new ClassValue<>() {
        @Override
        protected ObjectWriter computeValue(Class<?> root) {
          return MAPPER.writerFor(root);
        }
      };

  private static final ClassValue<ObjectReader> READERS =
      new ClassValue<>() {
        @Override
        protected ObjectReader computeValue(Class<?> root) {
          return MAPPER.readerFor(root);
        }
      };

  private Cbor() {}

  /**
   * The bytes of a value.
   *
   * @param root the type that the reader will ask for; for one of several kinds their interface
   */
  public static <T> byte[] write(Class<T> root, T value) {
    try {
      return WRITERS.get(root).writeValueAsBytes(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(root.getName() + " cannot be written as CBOR", e);
    }
  }

  /** The value that these bytes say, and nothing but it. */
  public static <T> T read(Class<T> root, byte[] bytes) throws WireException {
    return read(root, bytes, 0);
  }

  /** The value that the bytes from that place on say. */
  static <T> T read(Class<T> root, byte[] bytes, int from) throws WireException {
    try {
      T value = READERS.get(root).readValue(bytes, from, bytes.length - from);
      if (value == null) {
        throw WireException.malformed("a " + root.getSimpleName() + ", not null");
      }
      return value;
    } catch (InvalidDefinitionException e) {
      throw new IllegalStateException(root.getName() + " cannot be read from CBOR", e);
    } catch (IOException e) {
      throw WireException.malformed("a " + root.getSimpleName() + where(e) + ": " + said(e));
    }
  }

  private static String where(IOException e) {
    if (!(e instanceof JsonMappingException mapping) || mapping.getPath().isEmpty()) {
      return "";
    }
    return mapping.getPath().stream()
        .map(
            step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : step.getFieldName())
        .collect(Collectors.joining(".", " at ", ""));
  }

  private static String said(IOException e) {
    String said =
        e instanceof JsonProcessingException processing
            ? processing.getOriginalMessage()
            : e.getMessage();
    return said == null ? "cannot be read" : said;
  }

  private static ObjectMapper mapper() {
    CBORFactory factory =
        CBORFactory.builder()
            .enable(CBORGenerator.Feature.LENIENT_UTF_ENCODING)
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .streamReadConstraints(
                StreamReadConstraints.builder()
                    .maxNestingDepth(DEEPEST)
                    .maxStringLength(LONGEST_TEXT)
                    .build())
            .build();
    return CBORMapper.builder(factory)
        .annotationIntrospector(new RecordShapes())
        .addModule(new Jdk8Module())
        .addModule(new Scalars())
        .visibility(PropertyAccessor.ALL, Visibility.NONE)
        .visibility(PropertyAccessor.FIELD, Visibility.ANY)
        .defaultPropertyInclusion(
            JsonInclude.Value.construct(JsonInclude.Include.NON_ABSENT, JsonInclude.Include.ALWAYS))
        .defaultSetterInfo(JsonSetter.Value.construct(Nulls.FAIL, Nulls.FAIL))
        .withConfigOverride(Optional.class, it -> it.setSetterInfo(EMPTY_IF_NULL))
        .withConfigOverride(OptionalInt.class, it -> it.setSetterInfo(EMPTY_IF_NULL))
        .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
        .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
        .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
        .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
        .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
        .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
        .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
        .enable(JsonNodeFeature.WRITE_PROPERTIES_SORTED)
        .build();
  }
}
