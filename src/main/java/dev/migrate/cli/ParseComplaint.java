package dev.migrate.cli;

import dev.migrate.job.Nearest;
import java.util.List;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine.UnmatchedArgumentException;

/** What is wrong with the words of a command line, in a sentence. */
record ParseComplaint(ParameterException mistake) {

    String sentence() {
        if (mistake instanceof UnmatchedArgumentException unmatched) {
            return unknown(unmatched.getUnmatched().get(0));
        }
        if (mistake instanceof OverwrittenOptionException twice) {
            return name(twice.getOverwritten()) + " is given twice; give it once";
        }
        if (mistake instanceof MissingParameterException missing) {
            String names = String.join(
                    " and ",
                    missing.getMissing().stream().map(ParseComplaint::wanted).toList());
            return names + " is missing; --help tells what to write";
        }
        if (mistake.getArgSpec() instanceof OptionSpec flag && flag.arity().max() == 0) {
            return flag.longestName() + " takes no value; write it alone";
        }
        if (mistake.getCause() instanceof TypeConversionException wrong) {
            return name(mistake.getArgSpec()) + ": " + wrong.getMessage();
        }
        return String.valueOf(mistake.getMessage()).lines().findFirst().orElse("this cannot be read")
                + "; --help tells what to write";
    }

    private String unknown(String word) {
        if (!word.startsWith("-")) {
            return "\"" + word + "\" is one word too many; --help tells what can be written here";
        }
        String option = word.replaceFirst("(?s)=.*", "");
        List<String> known = mistake.getCommandLine().getCommandSpec().options().stream()
                .map(OptionSpec::longestName)
                .toList();
        return "there is no option " + option
                + Nearest.to(option, known)
                        .map(near -> " here; did you mean " + near + "?")
                        .orElse(" here; --help lists those there are");
    }

    private static String wanted(ArgSpec argument) {
        return argument instanceof OptionSpec option
                ? "the value of " + option.longestName()
                : "the " + argument.paramLabel();
    }

    private static String name(ArgSpec argument) {
        return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
    }
}
