package dev.trustring.device.wire;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.cfg.MapperConfig;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.AnnotatedClass;
import com.fasterxml.jackson.databind.introspect.AnnotatedConstructor;
import com.fasterxml.jackson.databind.introspect.AnnotatedField;
import com.fasterxml.jackson.databind.introspect.AnnotatedMember;
import com.fasterxml.jackson.databind.introspect.NopAnnotationIntrospector;
import com.fasterxml.jackson.databind.jsontype.TypeResolverBuilder;
import com.fasterxml.jackson.databind.jsontype.impl.StdTypeResolverBuilder;
import java.lang.reflect.RecordComponent;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a record looks on the wire. The types of the domain know nothing of it:
 *
 * <ul>
 *   <li>A record is a map from the names of its components to their values.
 *   <li>An id, which is a record of one text or number, is that text or number, also as the key of
 *       a map.
 *   <li>One of several kinds, which is a record below a sealed interface, also says which in
 *       {@value #KIND}; see {@link Kinds}.
 * </ul>
 */
final class RecordShapes extends NopAnnotationIntrospector {

  /** No component of a record can have this name. */
  static final String KIND = "@type";

  private static final String OURS = "dev.trustring.";
  private static final Set<Class<?>> SCALARS = Set.of(String.class, int.class, long.class);

  /** The component of an id; empty for any other type. */
  static Optional<RecordComponent> idComponent(Class<?> type) {
    if (!type.isRecord() || !isOurs(type) || isOneOfSeveral(type)) {
      return Optional.empty();
    }
    RecordComponent[] components = type.getRecordComponents();
    return components.length == 1 && SCALARS.contains(components[0].getType())
        ? Optional.of(components[0])
        : Optional.empty();
  }

  private static boolean isOneOfSeveral(Class<?> type) {
    for (Class<?> above : type.getInterfaces()) {
      if (above.isSealed()) {
        return true;
      }
    }
    return false;
  }

  private static boolean isOurs(Class<?> type) {
    return type.getName().startsWith(OURS);
  }

  @Override
  public @Nullable TypeResolverBuilder<?> findTypeResolver(
      MapperConfig<?> config, AnnotatedClass annotated, JavaType base) {
    Class<?> type = base.getRawClass();
    if (!type.isSealed() || !isOurs(type)) {
      return null;
    }
    return new StdTypeResolverBuilder()
        .init(JsonTypeInfo.Id.CUSTOM, new Kinds(base))
        .inclusion(JsonTypeInfo.As.PROPERTY)
        .typeProperty(KIND);
  }

  @Override
  public @Nullable Boolean hasRequiredMarker(AnnotatedMember member) {
    Class<?> type = member.getRawType();
    return type != Optional.class && type != OptionalInt.class;
  }

  @Override
  public @Nullable Boolean hasAsValue(Annotated annotated) {
    return annotated instanceof AnnotatedField field
        && idComponent(field.getDeclaringClass()).isPresent();
  }

  @Override
  public JsonCreator.@Nullable Mode findCreatorAnnotation(
      MapperConfig<?> config, Annotated annotated) {
    if (!(annotated instanceof AnnotatedConstructor constructor)) {
      return null;
    }
    Class<?> type = constructor.getDeclaringClass();
    return idComponent(type)
        .filter(only -> constructor.getParameterCount() == 1)
        .filter(only -> constructor.getRawParameterType(0) == only.getType())
        .map(only -> JsonCreator.Mode.DELEGATING)
        .orElse(null);
  }
}
