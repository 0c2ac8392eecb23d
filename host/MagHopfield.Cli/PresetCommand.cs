using System.CommandLine;
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
        command.SetAction(parsed =>
        {
            string? wanted = parsed.GetValue(name);
            Console.Out.WriteLine(wanted is null ? string.Join(Environment.NewLine, FilmParameters.Presets) : FilmParameters.PresetText(wanted).TrimEnd());
            return ExitCode.Success;
        });
        return command;
    }
}
