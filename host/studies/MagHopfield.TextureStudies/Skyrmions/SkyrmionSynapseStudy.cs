using MagHopfield.Model.Files;
using MagHopfield.TextureStudies.Textures;
using ScottPlot;

namespace MagHopfield.TextureStudies.Skyrmions;

/// <summary>
/// Skyrmions counted under a fixed layer as synapse (the review's Fig. 2b and ref. 29, Y. Huang et al., Nanotechnology 28, 08LT02 (2017)).
/// </summary>
public sealed class SkyrmionSynapseStudy : TextureStudy
{
    private static readonly StudyParameter<int> Count = StudyParameter.Whole("skyrmions", "Number of skyrmions in the strip.", 6, 2, 6);

    // The row takes some 7 % less than the electrons' way, see the report.
    private static readonly StudyParameter<Quantity> Pulse =
        StudyParameter.Of("pulse", "Length of a pulse; 340 ps take the row on by its spacing.", Unit.Second, "340ps") with
        {
            IsGood = s => s.Value is >= 1e-10 and <= 4e-10,
            Range = "100 ps to 400 ps",
        };

    /// <summary>Declares it.</summary>
    public SkyrmionSynapseStudy()
        : base("skyrmion-synapse", "Skyrmions pushed in and out under a fixed layer as synapse: conductance by number (a minute).")
    {
    }

    /// <inheritdoc/>
    public override IReadOnlyList<StudyParameter> Parameters => [Count, Pulse];

    /// <inheritdoc/>
    public override StudyRecord Run(StudyContext context)
    {
        ProblemFile file = TextureDocument.Of(Part).Parse();
        (int count, double pulse) = (context.Of(Count), context.Of(Pulse).Value);
        SkyrmionSynapse synapse = new(file, context.Cancellation);
        IProgress<StudyProgress> progress = context.Progress;
        SkyrmionSteps steps = context.Store.Part(
            PartKey.Of("texture skyrmion-synapse", ProblemDocument.Of(file).Hash, $"{count} {pulse:R}"), SkyrmionJson.Default.SkyrmionSteps,
            () => synapse.Write(count, pulse, share => progress.Report(new("pulses", share))), context.Cancellation);
        return Report(steps, synapse.Speed, pulse);
    }

    private static StudyRecord Report(SkyrmionSteps steps, double drift, double pulse)
    {
        SynapseState[] filling = steps.In, emptying = [steps.In[^1], .. steps.Out], all = [.. steps.In, .. steps.Out];
        int count = steps.Out.Length;
        double[] pulses = [.. Enumerable.Range(0, count + 1).Select(k => (double)k)];
        LinearFit number = LinearFit.Of([.. all.Select(s => (double)s.Under)], [.. all.Select(s => s.Conductance)]);
        LinearFit rising = LinearFit.Of(pulses, [.. filling.Select(s => s.Conductance)]);
        LinearFit falling = LinearFit.Of(pulses, [.. emptying.Select(s => s.Conductance)]);
        double[] changes = [.. filling.Zip(filling.Skip(1), (a, b) => b.Conductance - a.Conductance)];
        double mean = changes.Average(), spread = Math.Sqrt(changes.Average(c => (c - mean) * (c - mean)));
        double range = all.Max(s => s.Conductance) - all.Min(s => s.Conductance);
        double asymmetry = filling.Zip(emptying.Reverse(), (a, b) => Math.Abs(a.Conductance - b.Conductance)).Max() / range;
        bool counts = filling.Select((s, k) => s.Under == k).Concat(emptying.Select((s, k) => s.Under == count - k)).All(right => right);
        double lost = all.Max(s => Math.Abs(s.Charge - all[0].Charge));
        double way = filling[^1].Places.Average() - filling[0].Places.Average(), speed = way / (count * pulse);
        return new("Skyrmions counted under a fixed layer as synapse",
        [
            new StudyLine(
                "Review: J. Grollier et al., Nat. Electron. 3, 360 (2020), Fig. 2b. Document: texture-skyrmion-synapse.toml, material like "
                + "cobalt on platinum. The fixed layer lies over the right half; the conductance is that of a tunnel junction of 10 Ω·µm² "
                + "and "
                + "100 %. The row, 45 nm apart, is pushed on by a pulse of "
                + $"{Number(1e12 * pulse, "0")} ps; nothing but its neighbours holds a skyrmion in its place. Cells of 2.5 nm across "
                + "walls of 5 nm take some per cent from its speed."),
            new ComparisonTable(),
            new StudyPictures(
                ("skyrmion-synapse", Draw(all), "Conductance pulse by pulse and against the number under the fixed layer."),
                (
                    "skyrmions",
                    TextureSnapshot.Draw(steps.Snapshots, false, 460),
                    "The strip empty, half full and full; the fixed layer covers its right half.")),
            new StudyTable(
                "steps", ["pulse", "under the layer", "tunnel G (mS)", "topological charge"],
                [
                    .. all.Select((s, k) => (IReadOnlyList<Words>)
                        [$"{k}", $"{s.Under}", Number(1e3 * s.Conductance, "0.0000"), Number(s.Charge, "0.000")]),
                ]) { TextColumns = 0 },
            new StudyProvenance(),
        ])
        {
            Comparisons =
            [
                new(
                    "the resistance depends on the number of skyrmions under the fixed layer (Fig. 2b)",
                    "R² of G against the number (above 0.99)",
                    "by number", Number(number.RSquare, "0.0000"), number.RSquare > 0.99),
                new(
                    "analog information is the number of skyrmions",
                    "skyrmions under the layer after each pulse in and out",
                    $"0 to {count} and back",
                    string.Join(" ", all.Select(s => s.Under)), counts),
                new(
                    "back-propagation requires highly linear weight variations",
                    "R² of G against pulses, in and out (above 0.99)",
                    "highly linear",
                    $"{Number(rising.RSquare, "0.0000")}, {Number(falling.RSquare, "0.0000")}", rising.RSquare > 0.99
                        && falling.RSquare > 0.99),
                new(
                    "granularity: one skyrmion is one step", "change of G by a pulse (spread below 20 %)", "one step",
                    $"{Micro(mean)} ± {Micro(spread)}, {changes.Length} steps", spread < 0.2 * Math.Abs(mean)),
                new(
                    "back-propagation requires symmetric weight variations",
                    "largest difference of G in and out over its range (below 5 %)",
                    "symmetric", Percent(asymmetry), asymmetry < 0.05),
                new(
                    "skyrmions are neither made nor lost",
                    "largest change of the topological charge (below 0.1)",
                    "0",
                    Number(lost, "0.000"),
                    lost < 0.1),
                new(
                    "with ξ = α a skyrmion goes with the electrons", "mean speed of the row over u (within 10 %)", "1",
                    Number(speed / drift, "0.000"), Math.Abs((speed / drift) - 1) < 0.1),
            ],
            Values =
            [
                new("change of G by a skyrmion", number.Slope, "S", "slope of G against the number under the fixed layer"),
                new("largest deviation of G, in", rising.LargestDeviation, "1", "from a straight line against pulses, over the range of G"),
                new(
                    "largest deviation of G, out",
                    falling.LargestDeviation,
                    "1",
                    "from a straight line against pulses, over the range of G"),
                new("speed of the row", speed, "m/s", "way of its centre over the time of the pulses in"),
            ],
            Data = [new("steps", steps, SkyrmionJson.Default.SkyrmionSteps)],
        };
    }

    private static Figure Draw(SynapseState[] all)
    {
        Plot pulses = TexturePlot.New("pulses", "tunnel G (mS)"), number = TexturePlot.New(
            "skyrmions under the fixed layer", "tunnel G (mS)");
        TexturePlot.Points(pulses, all.Select((_, k) => (double)k), all.Select(s => 1e3 * s.Conductance), 0, "");
        TexturePlot.Points(number, all.Select(s => (double)s.Under), all.Select(s => 1e3 * s.Conductance), 0, "");
        return Figure.Of([pulses, number], 2, 480, 320);
    }
}
