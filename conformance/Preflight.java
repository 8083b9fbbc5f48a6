import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.pdfbox.preflight.PreflightDocument;
import org.apache.pdfbox.preflight.ValidationResult;
import org.apache.pdfbox.preflight.exception.SyntaxValidationException;
import org.apache.pdfbox.preflight.parser.PreflightParser;

/**
 * Checks many files against PDF/A-1b in one machine: the argument is a file that lists their paths, a line each. Prints
 * for each file a line of its path and "checked", and a line of its path, the code and the words of each finding, with
 * tabs between them.
 */
class Preflight {
    public static void main(String[] arguments) throws Exception {
        for (String path : Files.readAllLines(Path.of(arguments[0]))) {
            ValidationResult result = check(path);
            System.out.println(path + "\tchecked");
            for (ValidationResult.ValidationError error : result.getErrorsList()) {
                System.out.println(path + "\t" + error.getErrorCode() + "\t" + String.valueOf(error.getDetails()).replaceAll("\\s+", " "));
            }
        }
    }

    private static ValidationResult check(String path) throws Exception {
        PreflightParser parser = new PreflightParser(new File(path));
        try {
            parser.parse();
        } catch (SyntaxValidationException broken) {
            return broken.getResult();
        }
        try (PreflightDocument document = parser.getPreflightDocument()) {
            document.validate();
            return document.getResult();
        }
    }
}
