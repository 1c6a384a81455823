package dev.migrate.definition.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.job.key.ColumnName;
import dev.migrate.job.key.TableName;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AssignmentsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            update t set a = 1                                                          | a
            update t as p set A = b, "B" = c where d = 1                                | a B
            update only public.T * set (a, b) = (select c, d from x), e = 1             | a b e
            update t set a = case when x then 1 else 2 end, b = 2                       | a b
            update t set a = b is distinct from c, b = f(c, d), c[1] = 2 from x         | a b c
            update t set a.x = array[1, 2], b = row(1, 2) returning c = 1, d            | a b
            update t set /* c */ a = 1, -- d = 2, '\\n b = 'c = 1, d = 2'                | a b
            with x as (update t set a = 1 returning *) select b from x                  | a
            with x as (update u set b = 1 where c) update t set a = 1                   | a
            with x as (select 1 from t for no key update) update t set a = 1            | a
            insert into t (b) values (1) on conflict (b) do update set a = excluded.a   | a
            insert into t select c from u for update on conflict do update set a = 1    | a
            merge into t using s on true when matched then update set a = 1 when not matched then insert values (1) | a
            update u set a = 1                                                          | ``
            update other.t set a = 1                                                    | ``
            update "T" set a = 1                                                        | ``
            update u set a = t.b from t                                                 | ``
            insert into t (a) select b from u                                           | ``
            select a from t                                                             | ``
            delete from t using (select 1 as set) t where a = 1                         | ``
            update                                                                      | ``
            update t set                                                                | ``
            update t set (a                                                             | a
            """)
    void tells_which_columns_of_the_table_are_set(String sql, String columns) {
        List<String> set = new Assignments(new TableName("public", "t"), SqlScanner.scan(sql.replace("\\n", "\n")))
                .columns().stream().map(ColumnName::value).toList();
        assertThat(String.join(" ", set)).isEqualTo(columns);
    }
}
