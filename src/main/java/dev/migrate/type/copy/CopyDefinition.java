package dev.migrate.type.copy;

import org.springframework.boot.context.properties.bind.DefaultValue;

/** What a job file of type copy says. */
public record CopyDefinition(
        CopySource source, CopyTarget target, @DefaultValue OnError onError) {}
