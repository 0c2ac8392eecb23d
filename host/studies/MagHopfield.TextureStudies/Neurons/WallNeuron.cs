using System.Globalization;
using MagHopfield.Model.Files;
using MagHopfield.Model.Torques;
using MagHopfield.TextureStudies.Textures;
using MagHopfield.TextureStudies.Walls;

namespace MagHopfield.TextureStudies.Neurons;

/// <summary>
/// The wall of the document "wall-neuron" under input currents, with the circuit that resets it: a spike reverses the current for a while.
/// A factor is one on the document's current.
/// </summary>
/// <param name="file">The document.</param>
/// <param name="cancellation">Ends it early.</param>
internal sealed class WallNeuron(ProblemFile file, CancellationToken cancellation)
{
    /// <summary>Where the wall is at home along x in metres, as the document has it.</summary>
    public const double Home = -180e-9;

    /// <summary>The middle of the contact along x in metres; there the wall has switched half of it.</summary>
    public const double Contact = 120e-9;

    /// <summary>How long a spike reverses the current in seconds.</summary>
    public const double Reset = 1.2e-9;

    private const double ResetFactor = -2, Interval = 5e-11;

    // Antiparallel to the domain at home, so that a spike is a rise.
    private static readonly TunnelJunction Junction = new(Contact - 20e-9, Contact + 20e-9, -1);

    /// <summary>Speed ξ u/α of the wall in m/s at factor 1.</summary>
    public double Speed =>
        ElectronDrift.WallSpeed(file.Problem, Math.Abs(file.Problem.Terms.OfType<ZhangLiTerm>().First().Density!.Value.X));

    /// <summary>A constant input, with spikes.</summary>
    /// <param name="factor">Factor.</param>
    /// <param name="duration">How long, in seconds.</param>
    public NeuronTrace Run(double factor, double duration)
    {
        using LiveTexture strip = new(file, cancellation);
        Recording recording = new(strip);
        string input = string.Create(CultureInfo.InvariantCulture, $"input {factor:0.##}");
        strip.Relax();
        recording.Picture("at rest");

        // Half of the contact switched: between G of all antiparallel, as it is at rest, and twice that.
        double threshold = (1 + (0.5 * Junction.Ratio)) * Junction.Conductance(strip.Magnetisation);
        while (strip.Time < duration)
        {
            bool quiet = strip.Run(duration - strip.Time, factor, Interval, () => recording.Look() < threshold);
            if (quiet)
                break;
            recording.Spike($"{input}, first spike");
            strip.Run(Math.Min(Reset, Math.Max(0, duration - strip.Time)), ResetFactor, Interval, () => recording.Look() > 0);
        }

        if (recording.Spikes.Count == 0)
            recording.Picture($"{input}, at the end");
        return recording.Trace(factor);
    }

    /// <summary>An input for a while, then none: the leak alone.</summary>
    /// <param name="factor">Factor.</param>
    /// <param name="on">How long it is on, in seconds.</param>
    /// <param name="off">How long it is off, in seconds.</param>
    public NeuronTrace Leak(double factor, double on, double off)
    {
        using LiveTexture strip = new(file, cancellation);
        strip.Relax();
        strip.Run(on, factor);
        Recording recording = new(strip);
        recording.Look();
        strip.Run(off, 0, Interval, () => recording.Look() > 0);
        return recording.Trace(0);
    }

    private sealed class Recording(LiveTexture strip)
    {
        private readonly List<double> _times = [], _states = [], _contacts = [];
        private readonly List<TextureSnapshot> _snapshots = [];

        public List<double> Spikes { get; } = [];

        public double Look()
        {
            _times.Add(strip.Time);
            _states.Add(WallPosition.Of(strip.Magnetisation) - Home);
            _contacts.Add(Junction.Conductance(strip.Magnetisation));
            return _contacts[^1];
        }

        public void Spike(string title)
        {
            Spikes.Add(strip.Time);
            if (Spikes.Count == 1)
                Picture(title);
        }

        public void Picture(string title) => _snapshots.Add(TextureSnapshot.Of(title, strip.Magnetisation));

        public NeuronTrace Trace(double factor) =>
            new(factor, [.. _times], [.. _states], [.. _contacts], [.. Spikes], [.. _snapshots]);
    }
}
