package dev.trustring.device.wire;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.DatabindContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.jsontype.impl.TypeIdResolverBase;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The names by which bytes tell the records below one sealed interface apart: their simple names.
 * Two of one name are refused, for renaming either later would make older bytes unreadable.
 */
final class Kinds extends TypeIdResolverBase {

  private final Map<String, Class<?>> byName = new TreeMap<>();

  Kinds(JavaType base) {
    super(base, null);
    collect(base.getRawClass());
  }

  private void collect(Class<?> type) {
    if (type.isSealed()) {
      for (Class<?> below : type.getPermittedSubclasses()) {
        collect(below);
      }
      return;
    }
    if (!type.isRecord()) {
      throw new IllegalStateException(type.getName() + " has no form in bytes: it is no record");
    }
    Class<?> other = byName.putIfAbsent(type.getSimpleName(), type);
    if (other != null && other != type) {
      throw new IllegalStateException(
          type.getName() + " and " + other.getName() + " would have one name in bytes: rename one");
    }
  }

  @Override
  public String idFromValue(Object value) {
    return idFromValueAndType(value, value.getClass());
  }

  @Override
  public String idFromValueAndType(Object value, Class<?> type) {
    return type.getSimpleName();
  }

  @Override
  public @Nullable JavaType typeFromId(DatabindContext context, String id) {
    Class<?> type = byName.get(id);
    return type == null ? null : context.constructSpecializedType(_baseType, type);
  }

  @Override
  public String getDescForKnownTypeIds() {
    return String.join(", ", byName.keySet());
  }

  @Override
  public JsonTypeInfo.Id getMechanism() {
    return JsonTypeInfo.Id.CUSTOM;
  }
}
