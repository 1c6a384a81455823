/**
 * Step execution requests through RabbitMQ: a queue for each job instance.
 */
@NullMarked
package dev.migrate.engine.channel.rabbit;

import org.jspecify.annotations.NullMarked;
