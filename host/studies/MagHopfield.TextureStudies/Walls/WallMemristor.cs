using MagHopfield.Micromagnetics.Transport;
using MagHopfield.Model.Files;
using MagHopfield.Model.Transport;
using MagHopfield.TextureStudies.Textures;

namespace MagHopfield.TextureStudies.Walls;

/// <summary>The wall of the document "wall-memristor" under pulses; a factor is one on the document's current.</summary>
/// <param name="file">The document.</param>
/// <param name="cancellation">Ends it early.</param>
internal sealed class WallMemristor(ProblemFile file, CancellationToken cancellation)
{
    /// <summary>Time without current after a pulse in seconds, long enough for the wall to stand again.</summary>
    public const double Rest = 1e-9;

    private readonly Mesh _mesh = file.Problem.Mesh;

    /// <summary>Speed ξ u/α of the wall in m/s.</summary>
    /// <param name="factor">Factor on the document's current.</param>
    public double Theory(double factor) => ElectronDrift.WallSpeed(file.Problem, factor * Density);

    // Of the strip, which is as wide everywhere.
    private double Density => file.Problem.Terms.OfType<TransportTerm>().First().Drives[0].Course.Constant.X
        / (_mesh.Ny * _mesh.Dy * _mesh.Dz);

    /// <summary>Speed that a pulse of a factor gives the wall.</summary>
    /// <param name="factor">The factor.</param>
    /// <param name="pulse">Length of the pulse in seconds.</param>
    public WallSpeed Speed(double factor, double pulse)
    {
        using LiveTexture strip = new(file, cancellation);
        strip.Relax();
        double before = WallPosition.Of(strip.Magnetisation);
        strip.Run(pulse, factor);
        strip.Run(2 * Rest, 0);
        double way = before - WallPosition.Of(strip.Magnetisation);
        return new(ElectronDrift.Of(file.Problem, factor * Density), Theory(factor), way / pulse);
    }

    /// <summary>Brings the wall to the left, then writes it to the right and back.</summary>
    /// <param name="factor">Factor of the pulses.</param>
    /// <param name="pulse">Length of a pulse in seconds.</param>
    /// <param name="steps">Pulses in each direction; the wall begins half of their way left of the middle.</param>
    /// <param name="done">Is told the share that is done.</param>
    public WallSteps Write(double factor, double pulse, int steps, Action<double> done)
    {
        using LiveTexture strip = new(file, cancellation);
        List<WallState> up = [], down = [];
        List<TextureSnapshot> snapshots = [];
        strip.Relax();
        strip.Run(0.5 * steps * pulse, factor);
        strip.Run(2 * Rest, 0);
        up.Add(State(strip));
        snapshots.Add(TextureSnapshot.Of("after no pulse", strip.Magnetisation));
        for (int k = 0; k < 2 * steps; k++)
        {
            bool isUp = k < steps;
            strip.Run(pulse, isUp ? -factor : factor);
            strip.Run(Rest, 0);
            (isUp ? up : down).Add(State(strip));
            if (k == (steps / 2) - 1 || k == steps - 1)
                snapshots.Add(TextureSnapshot.Of($"after {k + 1}", strip.Magnetisation));
            done((k + 1.0) / ((2 * steps) + 5));
        }

        double left = WallPosition.Of(strip.Magnetisation);
        strip.Run(10 * Rest, 0);
        return new([.. up], [.. down], WallPosition.Of(strip.Magnetisation) - left, [.. snapshots]);
    }

    private WallState State(LiveTexture strip)
    {
        double half = 0.5 * _mesh.Nx * _mesh.Dx;
        return new(
            WallPosition.Of(strip.Magnetisation), Circuit.Resistance(strip.Measure().Conductance, 0, 1),
            new TunnelJunction(-half, half, 1).Conductance(strip.Magnetisation));
    }
}
