using System.CommandLine;
using System.Globalization;
using MagHopfield.Cli.Numbers;
using MagHopfield.Experiments.EndToEnd;
using MagHopfield.Experiments.Niu2024;
using MagHopfield.Film;
using MagHopfield.Film.Parameters;
using MagHopfield.Shared;
using MagHopfield.Toml;
using MagHopfield.VirtualBoard;
using Spectre.Console;

namespace MagHopfield.Cli;

/// <summary>`maghopfield gates`: AND, OR, NAND and NOR trained and measured through the whole chain, film, board and instrument.</summary>
internal static class GatesCommand
{
    public static Command Create()
    {
        Option<string> film = new("--film")
        {
            Description = $"Film of 4 nodes: a built-in one ({string.Join(", ", FilmParameters.Presets)}) or the path of a TOML file.",
            DefaultValueFactory = _ => FilmParameters.Presets[0],
            HelpName = "NAME|FILE",
        };
        Option<int> averages = NumberOption.Whole("--averages", "Measurements averaged into one G.", 16, 1, 1000);
        Option<Quantity> cells = NumberOption.Of("--cells", "Cells along each axis, as a share of the film's own.", Unit.Ratio, "0.5");
        Command command = new("gates", "Boolean gates by the instrument's own code on the virtual board: the film as it is, with its gold pads held at their voltages, and with a coercive field.")
        {
            film, averages, cells,
        };
        command.SetAction((parsed, cancellation) => Task.FromResult(Run(parsed.GetRequiredValue(film), parsed.GetValue(averages), parsed.GetValue(cells).Value, cancellation)));
        return command;
    }

    private static int Run(string name, int averages, double cells, CancellationToken cancellation)
    {
        if (!(cells is >= 0.1 and <= 10))
        {
            throw new ArgumentException($"--cells {cells.ToString(CultureInfo.InvariantCulture)}: give 0.1 to 10 of the film's own.");
        }

        FilmParameters film = FilmParameters.Presets.Contains(name) ? FilmParameters.Preset(name)
            : Path.HasExtension(name) || File.Exists(name) ? Preparation.Of(() => FilmParameters.Load(name), cancellation)
            : throw new ProblemFileException($"--film {name}: there is no such preset or file; presets: {string.Join(", ", FilmParameters.Presets)}.");
        film = film.WithCells(cells);
        int right = 0;
        foreach ((string what, FilmParameters variant) in Variants(film))
        {
            IReadOnlyList<MeasuredGate> gates = new BoardGates(variant, new BoardParameters(), averages).Run(cancellation);
            right = Math.Max(right, gates.Count(g => g.Passes));
            AnsiConsole.Write(new Rule($"{Markup.Escape(film.Name)}, {what}: K = {variant.Magnetism.HardAxisAnisotropy.ToString("0", CultureInfo.InvariantCulture)} A/m, Hc = {variant.Magnetism.CoerciveField.ToString(CultureInfo.InvariantCulture)} A/m: {gates.Count(g => g.Passes)} of 4")
            {
                Justification = Justify.Left,
            });
            AnsiConsole.Write(Table(gates));
        }

        return right == Enum.GetValues<LogicGate>().Length ? ExitCode.Success : ExitCode.CheckFailed;
    }

    // Behind leads of its own every pad is a source of current and "+ - - -" gives constants; held, with friction, the gates come and stay.
    private static (string Name, FilmParameters Film)[] Variants(FilmParameters film)
    {
        FilmParameters held = film.Gold.LeadResistance == 0 ? film : film.WithLeads(0);
        return
        [
            ("as it is", film),
            .. film == held ? Array.Empty<(string, FilmParameters)>() : [("pads held", held)],
            .. film.Magnetism.CoerciveField > 0 ? Array.Empty<(string, FilmParameters)>() : [("pads held", held.WithFriction())],
        ];
    }

    private static Table Table(IReadOnlyList<MeasuredGate> gates)
    {
        Table table = new Table().Border(TableBorder.Simple)
            .Caption("output of node 4 for the inputs of nodes 2 and 3; in brackets its field in µS");
        foreach (string head in (string[])["gate", "trained", "control", "0 0", "0 1", "1 0", "1 1", "± µS", ""])
        {
            table.AddColumn(head);
        }

        foreach (MeasuredGate g in gates)
        {
            table.AddRow(
            [
                g.Gate.ToString().ToUpperInvariant(), g.Trained.ToString(), g.Control ? "1" : "0",
                .. g.Fields.Select(f => $"{(f > 0 ? 1 : 0)} ({Micro(f)})"), Micro(g.Resolution), g.Passes ? "[green]right[/]" : "[red]wrong[/]",
            ]);
        }

        return table;
    }

    private static string Micro(double siemens) => (1e6 * siemens).ToString("0", CultureInfo.InvariantCulture);
}
