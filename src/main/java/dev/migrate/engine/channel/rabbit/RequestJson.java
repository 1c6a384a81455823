package dev.migrate.engine.channel.rabbit;

import org.springframework.amqp.core.Message;
import org.springframework.amqp.core.MessageProperties;
import org.springframework.amqp.support.converter.MessageConverter;
import org.springframework.batch.integration.partition.StepExecutionRequest;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** A step execution request as JSON: its two fields. Whatever else a message says of itself is not believed. Thread-safe. */
final class RequestJson implements MessageConverter {

    /** A message that is no request. */
    record Unreadable(String why) {}

    private record Body(String stepName, long stepExecutionId) {}

    private static final int LONGEST = 4_096;
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(
                    DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES,
                    DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES,
                    DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    @Override
    public Message toMessage(Object request, MessageProperties properties) {
        StepExecutionRequest given = (StepExecutionRequest) request;
        properties.setContentType(MessageProperties.CONTENT_TYPE_JSON);
        return new Message(
                JSON.writeValueAsBytes(new Body(given.getStepName(), given.getStepExecutionId())), properties);
    }

    /** A {@link StepExecutionRequest}, or else {@link Unreadable}. */
    @Override
    public Object fromMessage(Message message) {
        byte[] body = message.getBody();
        if (body.length > LONGEST) {
            return new Unreadable(body.length + " bytes are too long");
        }
        try {
            Body request = JSON.readValue(body, Body.class);
            return new StepExecutionRequest(request.stepName(), request.stepExecutionId());
        } catch (JacksonException e) {
            return new Unreadable(e.getOriginalMessage());
        }
    }
}
