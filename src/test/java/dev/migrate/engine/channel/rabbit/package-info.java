/** The rabbitmq transport against a real RabbitMQ. */
@NullMarked
package dev.migrate.engine.channel.rabbit;

import org.jspecify.annotations.NullMarked;
