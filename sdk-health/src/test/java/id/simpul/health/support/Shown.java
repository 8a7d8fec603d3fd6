package id.simpul.health.support;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * All that values and exceptions show of themselves: the {@code toString} of every object of ours
 * that can be reached through public methods without parameters, and the trace of every exception.
 * What an accessor gives is its caller's; what {@code toString} shows is everybody's.
 */
public final class Shown {
  private static final String OURS = "id.simpul.";

  /** Objects looked at for one thing done. */
  private static final int MOST_OBJECTS = 3_000;

  private static final Set<String> NOT_CALLED =
      Set.of("close", "build", "reveal", "toBuilder", "iterator", "stream", "pages", "getClass");

  private final List<String> texts = new ArrayList<>();
  private final Set<String> types = new TreeSet<>();
  private Set<Object> seen = Set.of();
  private int traces;

  /** Something that may fail. */
  @FunctionalInterface
  public interface Action {
    /** Does it, and gives what is to be looked at. */
    Object run() throws Exception;
  }

  /** Does something and looks at what it gives or throws. */
  public void of(Action action) {
    Object value;
    try {
      value = action.run();
    } catch (Exception | StackOverflowError e) {
      failure(e);
      return;
    }
    walk(value);
  }

  private void failure(Throwable failure) {
    traces++;
    StringWriter text = new StringWriter();
    failure.printStackTrace(new PrintWriter(text));
    texts.add(text.toString());
    walk(failure);
  }

  private void walk(Object start) {
    Deque<Object> open = new ArrayDeque<>();
    seen = Collections.newSetFromMap(new IdentityHashMap<>());
    add(open, start);
    while (!open.isEmpty()) {
      Object object = open.pop();
      if (object instanceof Optional<?> optional) {
        optional.ifPresent(value -> add(open, value));
      } else if (object instanceof Collection<?> collection) {
        collection.forEach(value -> add(open, value));
      } else if (object instanceof Map<?, ?> map) {
        map.values().forEach(value -> add(open, value));
      } else if (object.getClass().getName().startsWith(OURS)) {
        look(object, open);
      }
    }
  }

  private void add(Deque<Object> open, Object value) {
    if (value != null && seen.size() < MOST_OBJECTS && seen.add(value)) {
      open.push(value);
    }
  }

  private void look(Object object, Deque<Object> open) {
    Class<?> type = object.getClass();
    if (!type.isHidden()) {
      types.add(type.getName());
    }
    texts.add(type.getSimpleName() + ": " + object);
    if (object instanceof Throwable thrown && thrown.getCause() != null) {
      add(open, thrown.getCause());
    }
    for (Method method : type.getMethods()) {
      if (method.getParameterCount() == 0
          && !Modifier.isStatic(method.getModifiers())
          && method.getReturnType() != void.class
          && method.getDeclaringClass().getName().startsWith(OURS)
          && !NOT_CALLED.contains(method.getName())) {
        call(method, object, open);
      }
    }
  }

  private void call(Method method, Object object, Deque<Object> open) {
    try {
      method.setAccessible(true);
      add(open, method.invoke(object));
    } catch (InvocationTargetException e) {
      StringWriter text = new StringWriter();
      e.getCause().printStackTrace(new PrintWriter(text));
      texts.add(text.toString());
    } catch (IllegalAccessException e) {
      throw new AssertionError(e);
    }
  }

  /** All that was shown. */
  public List<String> texts() {
    return texts;
  }

  /** The types that were asked to show themselves. */
  public Set<String> types() {
    return types;
  }

  /** How many exceptions there were. */
  public int traces() {
    return traces;
  }
}
