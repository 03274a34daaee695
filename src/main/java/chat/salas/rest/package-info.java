@NullMarked
package chat.salas.rest;

import org.jspecify.annotations.NullMarked;
