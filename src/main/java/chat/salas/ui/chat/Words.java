package chat.salas.ui.chat;

/** The texts of the page's language. */
@FunctionalInterface
interface Words {
    String say(String key, Object... parameters);
}
