/** The proof of rights: every door that the server has, tried as everybody, against one table ({@code doors.txt}). */
@NullMarked
package chat.salas.rights;

import org.jspecify.annotations.NullMarked;
