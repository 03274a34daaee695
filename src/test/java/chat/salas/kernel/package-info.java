@org.jspecify.annotations.NullMarked
package chat.salas.kernel;
