@NullMarked
package chat.salas.account;

import org.jspecify.annotations.NullMarked;
