using MagHopfield.Model.Files;
using MagHopfield.TextureStudies.Textures;
using ScottPlot;

namespace MagHopfield.TextureStudies.Neurons;

/// <summary>
/// A domain wall that switches a contact as leaky integrate-and-fire neuron (the review's part IV.c and ref. 23): the current pushes the
/// wall towards the contact, a gradient pulls it home, a spike reverses the current for a while.
/// </summary>
public sealed class WallNeuronStudy : TextureStudy
{
    private static readonly StudyParameter<int[]> Inputs = StudyParameter.Wholes(
        "inputs", "Input currents in per cent of the document's 1e12 A/m².", [80, 100, 120, 150, 200, 250, 300, 400], i =>
            i is >= 10 and <= 500,
        "10 to 500 each");

    private static readonly StudyParameter<Quantity> Duration =
        StudyParameter.Of("duration", "How long each input is on.", Unit.Second, "8ns") with
        {
            IsGood = s => s.Value is >= 2e-9 and <= 1e-7,
            Range = "2 ns to 100 ns",
        };

    // Range of the distance from home in which the leak is fitted, in metres.
    private const double Far = 200e-9, Near = 40e-9;

    // Time in seconds after which the wall has taken its speed.
    private const double Early = 1e-9;

    /// <summary>Declares it.</summary>
    public WallNeuronStudy()
        : base(
            "wall-neuron", "A wall that switches a contact as integrate-and-fire neuron: threshold, leak, spikes (a minute on two cores).")
    {
    }

    /// <inheritdoc/>
    public override IReadOnlyList<StudyParameter> Parameters => [Inputs, Duration, Threads];

    /// <inheritdoc/>
    public override StudyRecord Run(StudyContext context)
    {
        ProblemFile file = TextureDocument.Of(Part).Parse();
        string document = ProblemDocument.Of(file).Hash;
        double[] inputs = [.. context.Of(Inputs).Distinct().Order().Select(i => 0.01 * i)];
        double duration = context.Of(Duration).Value;
        WallNeuron neuron = new(file, context.Cancellation);
        IProgress<StudyProgress> progress = context.Progress;
        int done = 0;
        IReadOnlyList<NeuronTrace> traces = context.Store.Parts(
            [
                .. inputs.Select(i => PartKey.Of("texture wall-neuron, input", document, $"{i:R} {duration:R}")),
                PartKey.Of("texture wall-neuron, leak", document),
            ],
            NeuronJson.Default.NeuronTrace, k => k < inputs.Length ? neuron.Run(inputs[k], duration) : neuron.Leak(1.5, 3e-9, 8e-9),
            context.Of(Threads), _ => progress.Report(new("inputs", ++done / (inputs.Length + 1.0))), context.Cancellation);
        return Report([.. traces.SkipLast(1)], traces[^1], neuron.Speed);
    }

    private static StudyRecord Report(IReadOnlyList<NeuronTrace> traces, NeuronTrace leak, double speed)
    {
        (double X, double Y)[] tail =
        [
            .. leak.Times.Zip(leak.States).Where(p => p.Second is > Near and < Far).Select(p => (p.First, Math.Log(p.Second))),
        ];
        LinearFit decay = LinearFit.Of([.. tail.Select(p => p.X)], [.. tail.Select(p => p.Y)]);
        double time = -1 / decay.Slope;
        LeakyIntegrator model = new(
            Way(traces, time) is double way ? way / time : speed, time, WallNeuron.Contact - WallNeuron.Home);
        NeuronTrace[] firing = [.. traces.Where(t => t.Spikes.Length > 0)];
        double silent = traces.Where(t => t.Spikes.Length == 0).Select(t => t.Factor).DefaultIfEmpty(0).Max();
        double least = firing.Select(t => t.Factor).DefaultIfEmpty(double.NaN).Min();

        // The wall has mass: it takes its speed after a while, which the neuron has not.
        double[] lags = [.. firing.Where(t => t.Factor > 1.1 * model.LeastInput).Select(t => t.First - model.FirstSpike(t.Factor))];
        double lag = lags.DefaultIfEmpty(double.NaN).Average(), scatter = lags.DefaultIfEmpty(double.NaN).Max(l => Math.Abs(l - lag));
        double[] pauses = [.. firing.Where(t => t.Spikes.Length > 1).Select(t => t.Spikes[1] - t.Spikes[0] - t.First)];
        double[] first = [.. firing.Select(t => t.First)];
        bool falls = first.Zip(first.Skip(1)).All(p => p.Second < p.First);
        double state = traces.Where(t => t.Spikes.Length == 0).Select(t => t.States.Max()).DefaultIfEmpty(0).Max();
        return new("Domain wall that switches a contact as neuron",
        [
            new StudyLine(
                "Review: J. Grollier et al., Nat. Electron. 3, 360 (2020), part IV.c, ref. 23. Document: texture-wall-neuron.toml, all "
                + "chosen: "
                + "the leak is a gradient of the interfacial Dzyaloshinskii-Moriya interaction, the contact a tunnel junction of 40 nm, "
                + "and a "
                + $"spike reverses the current to twice 1e12 A/m² for {Number(1e9 * WallNeuron.Reset, "0.0")} ns. The leaky integrator "
                + "beside it "
                + "has the time of the wall's way home and the place where the strongest silent input holds the wall."),
            new ComparisonTable(),
            new StudyPictures(
                ("wall-neuron", Draw(traces, leak, model, lag), "Distance of the wall from home; time to the first spike against input."),
                (
                    "walls", TextureSnapshot.Draw((firing.LastOrDefault() ?? traces[^1]).Snapshots, false, 460),
                    "The wall at home, and when the contact switches.")),
            new StudyTable(
                "spikes", ["input (1e12 A/m²)", "farthest (nm)", "spikes", "first (ns)", "model (ns)", "second (ns)"],
                [
                    .. traces.Select(t => (IReadOnlyList<Words>)
                    [
                        Number(t.Factor, "0.00"), Number(1e9 * t.States.Max(), "0.0"), $"{t.Spikes.Length}",
                        t.Spikes.Length > 0 ? Number(1e9 * t.First, "0.00") : "–",
                        t.Factor > model.LeastInput ? Number(1e9 * (model.FirstSpike(t.Factor) + lag), "0.00") : "–",
                        t.Spikes.Length > 1 ? Number(1e9 * t.Spikes[1], "0.00") : "–",
                    ]),
                ]) { TextColumns = 0 },
            new StudyProvenance(),
        ])
        {
            Comparisons =
            [
                new(
                    "it integrates and fires at a threshold", "input between silence and spikes, beside that of the leaky integrator",
                    $"{Number(model.LeastInput, "0.00")}e12 A/m²", $"{Number(silent, "0.00")} to {Number(least, "0.00")}e12 A/m²",
                    silent <= 1.05 * model.LeastInput && least >= 0.95 * model.LeastInput),
                new(
                    "it leaks: without input the wall goes home",
                    "R² of an exponential from 200 to 40 nm (above 0.99), its time",
                    "exponential",
                    $"{Number(decay.RSquare, "0.0000")}, {Number(1e9 * model.Time, "0.00")} ns", decay.RSquare > 0.99),
                new(
                    "below its threshold it stays silent", "farthest way without a spike, of 300 nm to the contact", "less",
                    $"{Number(1e9 * state, "0")} nm", state < model.Threshold),
                new(
                    "a stronger input fires sooner", "first spikes, weakest to strongest", "sooner",
                    string.Join(", ", first.Select(f => Number(1e9 * f, "0.00"))) + " ns", falls && first.Length > 1),
                new(
                    "first spikes are those of a leaky integrator",
                    "largest difference but for a lag that all have (below 0.2 ns), the lag",
                    "τ ln[F/(F − F₀)]", $"{Number(1e9 * scatter, "0.00")} ns, {Number(1e9 * lag, "0.00")} ns", scatter < 2e-10),
                new(
                    "it is refractory after a spike", "second interval beyond the first spike's time, all inputs (mean)", "a while",
                    $"{Number(1e9 * pauses.DefaultIfEmpty(double.NaN).Average(), "0.00")} ns", pauses.Length > 0 && pauses.Average() > 0),
            ],
            Values =
            [
                new("leak time", model.Time, "s", "exponential through the wall's way home from 200 to 40 nm"),
                new("least input that fires, in 1e12 A/m²", least, "1", "of the inputs given"),
                new(
                    "least input of the model, in 1e12 A/m²",
                    model.LeastInput,
                    "1",
                    "way to the contact over that which an input of 1 holds"),
                new("ξ u/α of an input of 1", speed, "m/s", "of the document"),
                new("lag of the first spike", lag, "s", "mean difference to the leaky integrator, inputs over 1.1 of its least"),
            ],
            Data =
            [
                new("traces", traces.ToArray(), NeuronJson.Default.NeuronTraceArray), new("leak", leak, NeuronJson.Default.NeuronTrace),
            ],
        };
    }

    // Where an input of 1 would hold the wall, in metres, by what the strongest silent input comes to: s = s∞ − c exp(−t/τ).
    private static double? Way(IReadOnlyList<NeuronTrace> traces, double time)
    {
        if (traces.LastOrDefault(t => t.Spikes.Length == 0) is not NeuronTrace silent)
            return null;
        (double X, double Y)[] late =
        [
            .. silent.Times.Zip(silent.States).Where(p => p.First > Early).Select(p => (Math.Exp(-p.First / time), p.Second)),
        ];
        return LinearFit.Of([.. late.Select(p => p.X)], [.. late.Select(p => p.Y)]).Intercept / silent.Factor;
    }

    private static Figure Draw(IReadOnlyList<NeuronTrace> traces, NeuronTrace leak, LeakyIntegrator model, double lag)
    {
        Plot way = TexturePlot.New("t (ns)", "distance from home (nm)");
        NeuronTrace[] drawn = [traces[0], traces[traces.Count / 2], traces[^1]];
        for (int k = 0; k < drawn.Length; k++)
        {
            TexturePlot.Line(
                way, drawn[k].Times.Select(t => 1e9 * t), drawn[k].States.Select(s => 1e9 * s), k,
                $"input {Number(drawn[k].Factor, "0.0")}");
        }

        TexturePlot.Line(way, leak.Times.Select(t => 1e9 * (t - leak.Times[0])), leak.States.Select(s => 1e9 * s), 3, "leak alone");
        way.ShowLegend(Edge.Right);
        Plot first = TexturePlot.New("input (10¹² A/m²)", "first spike (ns)");
        double span = Math.Max(1, (traces[^1].Factor / model.LeastInput) - 1);
        double[] inputs = [.. Enumerable.Range(1, 100).Select(k => model.LeastInput * (1 + (0.01 * k * span)))];
        TexturePlot.Line(first, inputs, inputs.Select(i => 1e9 * (model.FirstSpike(i) + lag)), 1, "leaky integrator and lag");
        NeuronTrace[] firing = [.. traces.Where(t => t.Spikes.Length > 0)];
        TexturePlot.Points(first, firing.Select(t => t.Factor), firing.Select(t => 1e9 * t.First), 0, "ours");
        first.ShowLegend(Alignment.UpperRight);
        return Figure.Of([way, first], 2, 520, 340);
    }
}
