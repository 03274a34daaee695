package chat.salas.account;

/**
 * From where somebody signs in, as shown in the list of sessions.
 *
 * @param name what the client says it is, at most 200 characters
 * @param address the network address, for throttling and for the list
 */
public record Device(String name, String address) {}
