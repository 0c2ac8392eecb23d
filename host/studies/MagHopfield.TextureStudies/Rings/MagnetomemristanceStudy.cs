using MagHopfield.Model.Files;
using MagHopfield.TextureStudies.Textures;
using ScottPlot;

namespace MagHopfield.TextureStudies.Rings;

/// <summary>
/// Anisotropic magnetomemristance (F. Caravelli et al., Commun. Phys. 5, 166 (2022), ref. 55 of Niu 2024, whose text was not at hand): a
/// ring of permalloy, where the current that turns the magnetisation meets the resistance that it makes. The loop of current against
/// voltage at each frequency, and its area.
/// </summary>
public sealed class MagnetomemristanceStudy : TextureStudy
{
    private static readonly StudyParameter<int[]> Frequencies = StudyParameter.Wholes(
        "frequencies", "Frequencies of the voltage in MHz.", [500, 1000, 2000, 3000, 4000, 5000, 6000, 7000, 8000, 10000, 14000, 20000],
        f => f is >= 250 and <= 50000, "250 to 50000 MHz each");

    // What is left of the largest area at the ends of the scan, to be small.
    private const double Left = 0.1;

    /// <summary>Declares it.</summary>
    public MagnetomemristanceStudy()
        : base(
            "magnetomemristance",
            "The loop of I against V of a permalloy ring, and its area against frequency (half a minute on two cores).")
    {
    }

    /// <inheritdoc/>
    public override IReadOnlyList<StudyParameter> Parameters => [Frequencies, Threads];

    /// <inheritdoc/>
    public override StudyRecord Run(StudyContext context)
    {
        double[] frequencies = [.. context.Of(Frequencies).Distinct().Order().Select(f => 1e6 * f)];
        if (frequencies.Length < 3)
            throw new ArgumentException("--frequencies: an area against frequency needs three at least; give three different ones.");
        AlternatingRing[] rings = [.. frequencies.Select(f => new AlternatingRing(f))];
        IProgress<StudyProgress> progress = context.Progress;
        int done = 0;
        IReadOnlyList<RingLoop> loops = context.Store.Parts(
            [.. rings.Select(r => PartKey.Of("texture magnetomemristance", ProblemDocument.Of(r.Document.Parse()).Hash))],
            RingJson.Default.RingLoop, k => rings[k].Run(context.Cancellation), context.Of(Threads),
            k => progress.Report(new($"{Number(1e-9 * frequencies[k], "0.##")} GHz", (double)++done / frequencies.Length)),
            context.Cancellation);
        return Report(loops);
    }

    private static StudyRecord Report(IReadOnlyList<RingLoop> loops)
    {
        RingLoop peak = loops.MaxBy(l => l.RelativeArea)!;
        int at = loops.ToList().IndexOf(peak);
        (double low, double high) = (loops[Math.Max(0, at - 1)].Frequency, loops[Math.Min(loops.Count - 1, at + 1)].Frequency);
        double pinch = loops.Max(l => l.Pinch);
        (double first, double last) = (loops[0].RelativeArea / peak.RelativeArea, loops[^1].RelativeArea / peak.RelativeArea);
        return new("Anisotropic magnetomemristance of a permalloy ring",
        [
            new StudyLine(
                "F. Caravelli et al., Commun. Phys. 5, 166 (2022), cited by Niu 2024 as ref. 55; its text was not at hand: ring (160 nm "
                + "and "
                + "80 nm across, 2 nm thick, cut at one place), 0.2 V, P = 0.7, ξ = 0.02, AMR 3 % and frequencies are chosen. Document: "
                + "texture-magnetomemristance.toml."),
            new ComparisonTable(),
            new StudyPictures(
                ("magnetomemristance", Draw(loops, peak), "Area of the loop against frequency; loop where it is largest."),
                (
                    "ring", TextureSnapshot.Draw([.. loops[0].Snapshots, .. peak.Snapshots], true, 240),
                    "The ring where the voltage passes 0 and at its largest, at the lowest frequency and where the loop is largest.")),
            new StudyTable(
                "loops", ["f (GHz)", "area/(V0 I0)", "change of R", "|I(V = 0)|/I0"],
                [
                    .. loops.Select(l => (IReadOnlyList<Words>)
                    [
                        Number(
                            1e-9 * l.Frequency,
                            "0.00"), Number(l.RelativeArea, "0.00e0"), Percent(l.Swing, "0.0000"), Number(l.Pinch, "0.0e0"),
                    ]),
                ]) { TextColumns = 0 },
            new StudyProvenance(),
        ])
        {
            Comparisons =
            [
                new(
                    "a memristor's loop is pinched", "largest |I| at V = 0 over the largest I (below 1e-9)", "0", Number(pinch, "0.0e0"),
                    pinch < 1e-9),
                new(
                    "one magnetic layer has memristance, by Zhang-Li torque and anisotropic magnetoresistance",
                    "area of the loop over V0 I0 at its largest (ten times that at the lowest frequency)", "not 0",
                    $"{Number(peak.RelativeArea, "0.00e0")} at {Number(1e-9 * peak.Frequency, "0.##")} GHz", first < Left),
                new(
                    "it is of GHz frequencies", "frequency of the largest area against that at which the ring moves by itself "
                        + "(within a step of the scan)",
                    "GHz", $"{Number(1e-9 * peak.Frequency, "0.##")} GHz, {Number(1e-9 * peak.Own, "0.00")} GHz",
                    peak.Own >= low && peak.Own <= high),
                new(
                    "slow currents see a resistor: m follows",
                    $"area at {Number(1e-9 * loops[0].Frequency, "0.##")} GHz over the largest (below 10 %)",
                    "falls to 0", Percent(first), first < Left),
                new(
                    "fast currents see a resistor: m stands",
                    $"area at {Number(1e-9 * loops[^1].Frequency, "0.##")} GHz over the largest (below 10 %)",
                    "falls to 0", Percent(last), last < Left),
            ],
            Values =
            [
                .. loops.Select(l => new StudyValue(
                    $"area over V0 I0 at {Number(1e-9 * l.Frequency, "0.##")} GHz",
                    l.RelativeArea,
                    "1",
                    "both lobes of a period, once it repeats itself")),
                new("own frequency", peak.Own, "Hz", "mean of m_z after the voltage is off"),
            ],
            Data = [new("loops", loops.ToArray(), RingJson.Default.RingLoopArray)],
        };
    }

    private static Figure Draw(IReadOnlyList<RingLoop> loops, RingLoop peak)
    {
        Plot area = TexturePlot.New("f (GHz)", "area/(V₀ I₀) (10⁻³)");
        TexturePlot.Line(area, loops.Select(l => 1e-9 * l.Frequency), loops.Select(l => 1e3 * l.RelativeArea), 0, "");
        TexturePlot.Points(area, loops.Select(l => 1e-9 * l.Frequency), loops.Select(l => 1e3 * l.RelativeArea), 0, "");

        // The ohmic part is taken off: the loop is too slim to be seen beside it.
        Plot loop = TexturePlot.New("V (V)", "I − V/R₀ (µA)");
        foreach ((RingLoop l, int colour) in new[] { (loops[0], 1), (peak, 0), (loops[^1], 2) })
        {
            double ohmic = l.Currents.Zip(l.Voltages, (i, v) => i * v).Sum() / l.Voltages.Sum(v => v * v);
            TexturePlot.Line(
                loop, l.Voltages, l.Currents.Zip(l.Voltages, (i, v) => 1e6 * (i - (ohmic * v))), colour,
                $"{Number(1e-9 * l.Frequency, "0.##")} GHz");
        }

        loop.ShowLegend(Edge.Right);
        return Figure.Of([area, loop], 2, 480, 340);
    }
}
