using MagHopfield.Model.Files;
using MagHopfield.TextureStudies.Textures;

namespace MagHopfield.TextureStudies.Walls;

/// <summary>
/// A domain wall in a strip as memristor (the review's Fig. 2a and refs. 24 to 28): current pulses move the wall, its place is the
/// resistance. Read in the plane by the giant magnetoresistance against a fixed layer, solved between the strip's ends, and beside it
/// through a tunnel barrier all along the strip, as in the figure.
/// </summary>
public sealed class WallMemristorStudy : TextureStudy
{
    private static readonly StudyParameter<int> Steps = StudyParameter.Whole("steps", "Pulses in each direction.", 12, 4, 40);

    private static readonly StudyParameter<Quantity> Pulse =
        StudyParameter.Of("pulse", "Length of a pulse.", Unit.Second, "150ps") with
        {
            IsGood = s => s.Value is >= 1e-11 and <= 1e-9,
            Range = "10 ps to 1 ns",
        };

    private static readonly StudyParameter<Quantity> Factor =
        StudyParameter.Of("current", "Current of the pulses over the 16 µA (5e11 A/m²) of the document.", Unit.Ratio, "4") with
        {
            IsGood = s => s.Value is >= 0.5 and <= 8,
            Range = "0.5 to 8",
        };

    private static readonly double[] Factors = [1, 2, 4, 6];

    // The wall must stay clear of the electrodes.
    private const double LongestWay = 480e-9;

    /// <summary>Declares it.</summary>
    public WallMemristorStudy()
        : base("wall-memristor", "A domain wall in a strip as memristor: resistance by place, steps, speed (a minute on two cores).")
    {
    }

    /// <inheritdoc/>
    public override IReadOnlyList<StudyParameter> Parameters => [Steps, Pulse, Factor, Threads];

    /// <inheritdoc/>
    public override StudyRecord Run(StudyContext context)
    {
        ProblemFile file = TextureDocument.Of(Part).Parse();
        string document = ProblemDocument.Of(file).Hash;
        (int steps, double pulse, double factor) = (context.Of(Steps), context.Of(Pulse).Value, context.Of(Factor).Value);
        WallMemristor wall = new(file, context.Cancellation);
        double way = steps * pulse * wall.Theory(factor);
        if (way > LongestWay)
        {
            throw new ArgumentException(
                $"--steps {steps}: {steps} pulses move the wall by some {Number(1e9 * way, "0")} nm, and the strip has "
                + $"{Number(1e9 * LongestWay, "0")} nm for it; give fewer or shorter pulses or less current.");
        }

        IProgress<StudyProgress> progress = context.Progress;
        WallSpeed[] speeds =
        [
            .. context.Store.Parts(
                [.. Factors.Select(f => PartKey.Of("texture wall-memristor, speed", document, $"{f:R}"))], WallJson.Default.WallSpeed,
                k => wall.Speed(Factors[k], SpeedPulse(wall, Factors[k])), context.Of(Threads),
                k => progress.Report(new("speed", 0.3 * (k + 1) / Factors.Length)), context.Cancellation),
        ];
        WallSteps written = context.Store.Part(
            PartKey.Of("texture wall-memristor, steps", document, $"{steps} {pulse:R} {factor:R}"), WallJson.Default.WallSteps,
            () => wall.Write(factor, pulse, steps, share => progress.Report(new("pulses", 0.3 + (0.7 * share)))), context.Cancellation);
        return WallMemristorReport.Of(speeds, written, pulse);
    }

    // As long as the wall takes for 80 nm.
    private static double SpeedPulse(WallMemristor wall, double factor) => 80e-9 / wall.Theory(factor);
}
