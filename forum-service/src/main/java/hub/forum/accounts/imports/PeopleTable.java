package hub.forum.accounts.imports;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import hub.platform.text.InputText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * A table as it was pasted or saved: cells copied from a spreadsheet (tabs), or a CSV file with commas or semicolons. The first line names the columns, in any order.
 *
 * @param lines the cells of each line that is not empty, by the name of their column
 * @param faults of the table itself; there are no lines then
 */
record PeopleTable(List<Line> lines, List<Fault> faults) {
    /** More are brought in in parts: all of one table are one transaction. */
    static final int MOST = 300;

    static final String NAME = "name";
    static final String EMAIL = "email";
    static final String ROLES = "roles";
    static final String HOUSEHOLD = "household";
    static final String LINE = "line";
    static final String WORKER = "social worker";
    static final String GROUPS = "groups";

    private static final Set<String> COLUMNS = Set.of(NAME, EMAIL, ROLES, HOUSEHOLD, LINE, WORKER, GROUPS);

    record Line(int number, Map<String, String> cells) {
        String cell(String column) {
            return cells.getOrDefault(column, "");
        }

        /** What stands in one cell, one after the other. */
        List<String> parts(String column) {
            return Arrays.stream(cell(column).split(";|,|\n"))
                    .map(InputText::clean)
                    .filter(part -> !part.isEmpty())
                    .distinct()
                    .toList();
        }
    }

    static PeopleTable read(String text) {
        List<CsvRecord> records;
        try (CsvReader<CsvRecord> reader = CsvReader.builder()
                .allowMissingFields(true)
                .allowExtraFields(true)
                .allowExtraCharsAfterClosingQuote(true)
                .fieldSeparator(separator(text))
                .ofCsvRecord(text)) {
            records = reader.stream().toList();
        } catch (CsvParseException wrong) {
            return faulty(Fault.of(0, "table"));
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        if (records.isEmpty()) {
            return faulty(Fault.of(0, "empty"));
        }
        List<String> columns = records.getFirst().getFields().stream()
                .map(PeopleTable::columnName)
                .toList();
        List<Fault> faults = new ArrayList<>();
        columns.stream()
                .filter(column -> !column.isEmpty() && !COLUMNS.contains(column))
                .map(column -> Fault.of(1, "column", column))
                .forEach(faults::add);
        if (!columns.contains(NAME) || !columns.contains(EMAIL)) {
            faults.add(Fault.of(1, "columns"));
        }
        if (columns.stream().filter(COLUMNS::contains).distinct().count()
                != columns.stream().filter(COLUMNS::contains).count()) {
            faults.add(Fault.of(1, "columnTwice"));
        }
        if (records.size() == 1) {
            faults.add(Fault.of(0, "empty"));
        }
        if (records.size() > MOST + 1) {
            faults.add(Fault.of(0, "many", MOST));
        }
        records.stream()
                .skip(1)
                .filter(record ->
                        record.getFields().stream().skip(columns.size()).anyMatch(cell -> !cell.isBlank()))
                .map(record -> Fault.of((int) record.getStartingLineNumber(), "cells"))
                .forEach(faults::add);
        return faults.isEmpty()
                ? new PeopleTable(lines(columns, records), List.of())
                : new PeopleTable(List.of(), faults);
    }

    private static PeopleTable faulty(Fault fault) {
        return new PeopleTable(List.of(), List.of(fault));
    }

    private static List<Line> lines(List<String> columns, List<CsvRecord> records) {
        List<Line> lines = new ArrayList<>();
        for (int i = 1; i < records.size(); i++) {
            List<String> fields = records.get(i).getFields();
            Map<String, String> cells = new HashMap<>();
            for (int column = 0; column < Math.min(columns.size(), fields.size()); column++) {
                cells.put(columns.get(column), fields.get(column).strip());
            }
            if (cells.values().stream().anyMatch(cell -> !cell.isEmpty())) {
                lines.add(new Line((int) records.get(i).getStartingLineNumber(), cells));
            }
        }
        return lines;
    }

    /** As people write it above a column. */
    private static String columnName(String typed) {
        String name =
                InputText.clean(typed).toLowerCase(Locale.UK).replace('-', ' ').replace('_', ' ');
        return switch (name) {
            case "e mail", "email address", "e mail address" -> EMAIL;
            case "role" -> ROLES;
            case "group" -> GROUPS;
            case "ssw", "worker", "supervising social worker" -> WORKER;
            case "shown beside the name" -> LINE;
            default -> name;
        };
    }

    /** Whatever stands most often in the line of names. */
    private static char separator(String text) {
        String first = text.lines().filter(line -> !line.isBlank()).findFirst().orElse("");
        char most = ',';
        for (char each : new char[] {'\t', ';'}) {
            if (count(first, each) > count(first, most)) {
                most = each;
            }
        }
        return most;
    }

    private static long count(String text, char sought) {
        return text.chars().filter(each -> each == sought).count();
    }
}
