using System.Globalization;
using MagHopfield.Devices;
using MagHopfield.Film.Learning;
using MagHopfield.FilmStudies.Films;
using MagHopfield.FilmStudies.Pictures;
using MagHopfield.Shared;
using MagHopfield.Studies.Numbers;

namespace MagHopfield.Papers.Niu2024.Surrogate;

/// <summary>What a film learns from a sequence of pulses, looked up at once in a fit of eq. 2 with a stated error, as a study.</summary>
public sealed class SurrogateLookup : Study
{
    private static readonly StudyParameter<string[]> Patterns =
        StudyParameter.Texts(
            "pattern",
            "Patterns in the order of their pulses, row by row, as \"+ - + -\" (quoted).",
            "PATTERN") with
        { IsPositional = true };

    private static readonly StudyParameter<string?> Fit = StudyParameter.TextOrNone(
        "fit",
        "Fit of another film: a surrogate.toml that 'paper niu2024 surrogate' has written. Without it that of niu2024-held.",
        "FILE");

    private static readonly StudyParameter<Quantity> Volts =
        StudyParameter.Of("volts", "Amplitude of each pulse, as in 5V or 500mV; a bare number is in volts.", Unit.Volt, "5V") with
        {
            IsGood = v => v.Value > 0 && double.IsFinite(v.Value),
            Range = "a positive amplitude in volts",
        };

    private static readonly StudyParameter<Quantity> Width =
        StudyParameter.Of("width", "Width of each pulse with its unit, as in 200us.", Unit.Second, "200us", "s");

    /// <inheritdoc/>
    public override string Name => "surrogate";

    /// <inheritdoc/>
    public override string Summary =>
        "Look up at once what a film learns from pulses: G, weights and energies by eq. 2 fitted to the simulated film, with its error.";

    /// <inheritdoc/>
    public override IReadOnlyList<StudyParameter> Parameters => [Patterns, Fit, Volts, Width];

    /// <inheritdoc/>
    public override StudyRecord Run(StudyContext context)
    {
        string? file = context.Of(Fit);
        OjaSurrogate surrogate = Preparation.Of(
            () => file is null ? OjaSurrogate.Niu2024() : OjaSurrogate.Load(file), context.Cancellation);
        OjaFilm film = new(surrogate);
        Pattern? last = null;
        foreach (string text in context.Of(Patterns))
        {
            last = PatternVoltages.Parse(text);
            if (last.Length != surrogate.NodeCount)
                throw new ArgumentException($"\"{text}\" has {last.Length} signs, the film {surrogate.NodeCount} nodes.");
            film.ApplyPulse(last.Voltages(context.Of(Volts).Value), context.Of(Width).Value, context.Cancellation);
        }

        ConductanceMatrix average = ConductanceMatrix.FromPairs(surrogate.NodeCount, surrogate.Average);
        EnergyLandscape landscape = EnergyLandscape.Of(WeightMatrix.FromConductance(film.Conductance, average), last!);
        double[] g = film.Conductance.ToPairs(), middle = surrogate.Average;
        return new(
            "What a film learns from pulses",
            [
                new StudyTable(
                    "", ["", "G (mS)", "w = G - G_avg (mS)"],
                    [
                        .. PairName.All(surrogate.NodeCount).Select(
                            (name, p) => (Words[])[name, Thousandths(g[p]), Thousandths(g[p] - middle[p])]),
                    ])
                {
                    TextColumns = 3,
                },
                new StudyLine(landscape.IsLearned
                    ? $"lowest in energy: {last} and its negative, next state {Thousandths(landscape.Margin)} mS·V² above"
                    : $"another state than {last} is lowest in energy, by {Thousandths(-landscape.Margin)} mS·V²"),
                new StudyLine(
                    $"eq. 2 fitted to {surrogate.Film}; it is off by {Off(surrogate.AtRestError, surrogate)} after long pulses, "
                    + $"by {Off(surrogate.HeldOutError, surrogate)} along pulses of {Short(surrogate.Voltage)} V and "
                    + $"{Short(1e9 * surrogate.PulseWidth)} ns that the fit did not see"),
            ]);
    }

    private static string Off(SurrogateError error, OjaSurrogate surrogate) =>
        $"{Thousandths(error.RootMeanSquare)} mS root mean square ({Short(100 * error.RootMeanSquare / surrogate.MeanRange)} % of an "
        + "element's range), "
        + $"{Thousandths(error.Largest)} mS at most";

    private static string Thousandths(double siemens) => (1e3 * siemens).ToString("0.000", CultureInfo.InvariantCulture);

    private static string Short(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);
}
