/**
 * What a carer has learned: on courses here, and elsewhere. From it follow their hours, what is still valid, what is missing, and certificates, which anybody can check by their code. Owns
 * {@code /training/record} and {@code /training/certificate}, the collection {@code training_learning}.
 */
@NullMarked
package hub.resources.training.record;

import org.jspecify.annotations.NullMarked;
