using System.CommandLine;
using System.Globalization;
using MagHopfield.Cli.Numbers;
using MagHopfield.Devices;
using MagHopfield.Experiments.CrossCheck;
using MagHopfield.Experiments.Energy;
using MagHopfield.Experiments.Niu2024;
using MagHopfield.Film;
using MagHopfield.Film.Learning;
using MagHopfield.Shared;
using Spectre.Console;

namespace MagHopfield.Cli;

/// <summary>`maghopfield surrogate PATTERN ...`: what a film learns from a sequence of pulses, looked up at once in a fit of eq. 2 with a stated error.</summary>
internal static class SurrogateCommand
{
    public static Command Create()
    {
        Argument<string[]> patterns = new("pattern")
        {
            Description = "Patterns in the order of their pulses, row by row, as \"+ - + -\" (quoted).",
            Arity = ArgumentArity.OneOrMore,
        };
        Option<string?> fit = new("--fit")
        {
            Description = "Fit of another film: a surrogate.toml that 'paper niu2024 surrogate' has written. Without it that of niu2024-held.",
            HelpName = "FILE",
        };
        Option<Quantity> volts = NumberOption.Of("--volts", "Amplitude of each pulse, as in 5V or 500mV; a bare number is in volts.", Unit.Volt, "5V");
        Option<Quantity> width = NumberOption.WithSuffix("--width", "Width of each pulse with its unit, as in 200us.", Unit.Second, "200us", "s");
        Command command = new("surrogate", "Look up at once what a film learns from pulses: G, weights and energies by eq. 2 fitted to the simulated film, with its error.")
        {
            patterns, fit, volts, width,
        };
        command.SetAction((parsed, cancellation) =>
        {
            string? file = parsed.GetValue(fit);
            OjaSurrogate surrogate = Preparation.Of(() => file is null ? OjaSurrogate.Niu2024() : OjaSurrogate.Load(file), cancellation);
            Print(surrogate, parsed.GetRequiredValue(patterns), parsed.GetValue(volts).Value, parsed.GetValue(width).Value, cancellation);
            return Task.FromResult(ExitCode.Success);
        });
        return command;
    }

    private static void Print(OjaSurrogate surrogate, string[] texts, double volts, double width, CancellationToken cancellation)
    {
        if (!(volts > 0) || !double.IsFinite(volts))
        {
            throw new ArgumentException($"--volts {volts.ToString(CultureInfo.InvariantCulture)}: give a positive amplitude in volts.");
        }

        OjaFilm film = new(surrogate);
        Pattern? last = null;
        foreach (string text in texts)
        {
            last = PatternVoltages.Parse(text);
            if (last.Length != surrogate.NodeCount)
            {
                throw new ArgumentException($"\"{text}\" has {last.Length} signs, the film {surrogate.NodeCount} nodes.");
            }

            film.ApplyPulse(last.Voltages(volts), width, cancellation);
        }

        ConductanceMatrix average = ConductanceMatrix.FromPairs(surrogate.NodeCount, surrogate.Average);
        WeightMatrix weights = WeightMatrix.FromConductance(film.Conductance, average);
        double[] g = film.Conductance.ToPairs(), middle = surrogate.Average;
        Table table = new Table().Border(TableBorder.Simple).AddColumn("").AddColumn("G (mS)").AddColumn("w = G - G_avg (mS)");
        foreach ((string name, int p) in PairName.All(surrogate.NodeCount).Select((n, p) => (n, p)))
        {
            table.AddRow(name, Milli(g[p]), Milli(g[p] - middle[p]));
        }

        AnsiConsole.Write(table);
        EnergyLandscape landscape = EnergyLandscape.Of(weights, last!);
        AnsiConsole.MarkupLine(landscape.IsLearned
            ? $"lowest in energy: {last} and its negative, next state {Milli(landscape.Margin)} mS·V² above"
            : $"another state than {last} is lowest in energy, by {Milli(-landscape.Margin)} mS·V²");
        AnsiConsole.MarkupLine(
            $"eq. 2 fitted to {Markup.Escape(surrogate.Film)}; it is off by {Off(surrogate.AtRestError, surrogate)} after long pulses, "
            + $"by {Off(surrogate.HeldOutError, surrogate)} along pulses of {Number(surrogate.Voltage)} V and {Number(1e9 * surrogate.PulseWidth)} ns that the fit did not see");
    }

    private static string Off(SurrogateError error, OjaSurrogate surrogate) =>
        $"{Milli(error.RootMeanSquare)} mS root mean square ({Number(100 * error.RootMeanSquare / surrogate.MeanRange)} % of an element's range), {Milli(error.Largest)} mS at most";

    private static string Milli(double siemens) => (1e3 * siemens).ToString("0.000", CultureInfo.InvariantCulture);

    private static string Number(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);
}
