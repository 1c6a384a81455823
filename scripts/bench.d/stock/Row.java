package stock;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** A row with all its columns, the id first. */
record Row(long id, List<Object> columns) {

    static Row of(ResultSet row, int number) throws SQLException {
        int count = row.getMetaData().getColumnCount();
        List<Object> columns = new ArrayList<>(count);
        for (int column = 1; column <= count; column++) {
            columns.add(row.getObject(column));
        }
        return new Row(row.getLong(1), columns);
    }
}
