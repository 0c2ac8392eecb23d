using System.CommandLine;
using MagHopfield.BoardStudies.Boards;
using MagHopfield.Instrument.StandAlone;
using MagHopfield.VirtualBoard.StandAlone;
using Spectre.Console;

namespace MagHopfield.Cli;

/// <summary>
/// `maghopfield board demo`: the stand-alone demo on a virtual board, by keys in place of buttons and a terminal in place of LEDs.
/// </summary>
internal static class BoardDemoCommand
{
    private const int KeyWaitMilliseconds = 20;
    private const string Quit = "q";

    public static Command Create()
    {
        Option<string> film = new("--film")
        {
            Description = $"What is attached: {BoardOpening.NoFilmName} (the Oja model then), {string.Join(", ", BoardOpening.Films)}, or "
                + "the path of a TOML file.",
            DefaultValueFactory = _ => BoardOpening.NoFilmName,
            HelpName = "NAME|FILE",
        };
        Option<string?> keys = new("--keys") { Description = $"Keys to press, in order: {DemoKey.Help}.", HelpName = "KEYS" };
        Option<string?> script =
            new("--script") { Description = "File of keys; white space and remarks after # are passed over.", HelpName = "FILE" };
        Option<int> seed = NumberOption.Whole(
            "--seed", "Seed of the board's noise and of what is turned in letters.", 1, int.MinValue, int.MaxValue);
        Command command = new(
            "demo", "The stand-alone demo on a virtual board: choose, train, distort and recall by keys, shown on a panel.")
        {
            film, keys, script, seed,
        };
        command.SetAction((parsed, cancellation) => Task.FromResult(Run(
            parsed.GetRequiredValue(film), Script(parsed.GetValue(keys), parsed.GetValue(script)), parsed.GetValue(seed), cancellation)));
        return command;
    }

    private static IReadOnlyList<DemoButton>? Script(string? keys, string? file)
    {
        if (keys is not null && file is not null)
            throw new ArgumentException("board demo: both --keys and --script are given; give one.");

        return keys is not null ? DemoKey.Script(keys, "--keys")
            : file is not null ? DemoKey.Script(InputText.Read(file), file)
            : Console.IsInputRedirected ? DemoKey.Script(Console.In.ReadToEnd(), "standard input")
            : null;
    }

    private static int Run(string film, IReadOnlyList<DemoButton>? script, int seed, CancellationToken cancellation)
    {
        BoardKit kit = BoardOpening.Kit(film, seed, cancellation);
        DemoPanel panel = new(kit.Film.NodeCount);
        using VirtualDemo demo = new(kit.Film, kit.Parameters, kit.Settings, panel, seed, cancellation);
        if (script is null)
        {
            Play(demo, cancellation);
        }
        else
        {
            Print("switched on", panel);
            foreach (DemoButton button in script)
            {
                Press(demo, button, cancellation);
                Print(button.ToString().ToLowerInvariant(), panel);
            }
        }

        AnsiConsole.WriteLine($"{(demo.UsesFilm ? "film" : "Oja model")}: {demo.RightRecalls} of {demo.Recalls} recalls right");
        return demo.RightRecalls == demo.Recalls ? ExitCode.Success : ExitCode.CheckFailed;
    }

    private static void Play(VirtualDemo demo, CancellationToken cancellation)
    {
        Draw(demo.Panel, "");
        while (true)
        {
            while (!Console.KeyAvailable)
            {
                cancellation.ThrowIfCancellationRequested();
                Thread.Sleep(KeyWaitMilliseconds);
            }

            char key = Console.ReadKey(intercept: true).KeyChar;
            if (key is 'q' or 'Q')
                return;

            if (DemoKey.TryParse(key, out DemoButton button))
            {
                Draw(demo.Panel, "…");
                Press(demo, button, cancellation);
                Draw(demo.Panel, "");
            }
        }
    }

    private static void Press(VirtualDemo demo, DemoButton button, CancellationToken cancellation)
    {
        demo.Press(button);
        cancellation.ThrowIfCancellationRequested();
    }

    private static void Print(string title, DemoPanel panel)
    {
        AnsiConsole.WriteLine($"[{title}] {panel.Text}");
        foreach (string line in panel.Draw())
            AnsiConsole.WriteLine("    " + line);
    }

    private static void Draw(DemoPanel panel, string busy)
    {
        AnsiConsole.Clear();
        AnsiConsole.MarkupLine($"[bold]MagHopfield[/]   {Markup.Escape(panel.Text)} {busy}");
        AnsiConsole.WriteLine();
        foreach (string line in panel.Draw())
            AnsiConsole.MarkupLine("    " + line.Replace("●", "[yellow]●[/]").Replace("·", "[grey]·[/]"));

        AnsiConsole.WriteLine();
        AnsiConsole.WriteLine($"{DemoKey.Help}, {Quit} quit");
    }
}
