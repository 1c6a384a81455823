package bare;

import org.springframework.boot.CommandLineRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The least that asks a database something with Spring Boot: one query, and out. */
@SpringBootApplication
public class Bare {

    @Bean
    CommandLineRunner ask(JdbcClient client) {
        return words -> System.out.println(
                client.sql("select 1").query(Integer.class).single());
    }

    public static void main(String[] args) {
        System.exit(SpringApplication.exit(SpringApplication.run(Bare.class, args)));
    }
}
