import dev.migrate.handler.Row;
import dev.migrate.handler.TransactionalRowHandler;
import java.text.Normalizer;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Gives a post a slug: "Post 17: lost and found" becomes "post-17-lost-and-found". */
public class SlugPosts implements TransactionalRowHandler {

    private static final String SAVE = """
            insert into post_slugs (post_id, slug) values (:id, :slug)
            on conflict (post_id) do update set slug = excluded.slug where post_slugs.slug <> excluded.slug
            """;

    @Override
    public void handle(Row post, JdbcClient database) {
        String slug = slug(post.getString("title"));
        if (slug.isEmpty()) {
            // The row is set aside with this message, as on-error says.
            throw new IllegalArgumentException("there is no letter in the title \"" + post.getString("title") + "\"");
        }
        database.sql(SAVE).param("id", post.getLong("id")).param("slug", slug).update();
    }

    private static String slug(String title) {
        return Normalizer.normalize(title, Normalizer.Form.NFD)
                .replaceAll("\\p{M}+", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
    }
}
