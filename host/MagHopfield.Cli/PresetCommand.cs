using System.CommandLine;
using MagHopfield.Film.Learning;
using MagHopfield.Film.Parameters;

namespace MagHopfield.Cli;

/// <summary>`maghopfield preset [NAME]`: lists the built-in films, or prints one as TOML to start a file of one's own from.</summary>
internal static class PresetCommand
{
    public static Command Create()
    {
        Argument<string?> name = new("name")
        {
            Description = $"Film to print: {string.Join(", ", FilmParameters.Presets)}. Without a name: the list.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        Command command = new("preset", "List the built-in films, or print one as a TOML file to change.") { name };
        command.SetAction((parsed, cancellation) =>
        {
            string? wanted = parsed.GetValue(name);
            string text = wanted is null
                ? string.Join(Environment.NewLine, FilmParameters.Presets)
                : FilmParameters.PresetText(wanted).TrimEnd();

            // Where nobody reads the pipe it waits, and a signal ends it nevertheless.
            Preparation.Of(
                () =>
                {
                    Console.Out.WriteLine(text);
                    Console.Out.Flush();
                    return true;
                },
                cancellation);
            return Task.FromResult(ExitCode.Success);
        });
        return command;
    }
}
