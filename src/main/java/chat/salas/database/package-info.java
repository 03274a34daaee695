@NullMarked
package chat.salas.database;

import org.jspecify.annotations.NullMarked;
