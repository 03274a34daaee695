@org.jspecify.annotations.NullMarked
package chat.salas.ui.admin;
