using MagHopfield.Model.Files;
using MagHopfield.Model.Output;
using MagHopfield.Model.Torques;
using MagHopfield.TextureStudies.Textures;

namespace MagHopfield.TextureStudies.Skyrmions;

/// <summary>The strip of the document "skyrmion-synapse" with a row of skyrmions, of which each pulse brings one more under the fixed
/// layer, x > 0, or takes one away.</summary>
/// <param name="file">The document.</param>
/// <param name="cancellation">Ends it early.</param>
internal sealed class SkyrmionSynapse(ProblemFile file, CancellationToken cancellation)
{
    /// <summary>Distance of neighbours in the row in metres.</summary>
    public const double Spacing = 45e-9;

    /// <summary>Time without current after a pulse in seconds.</summary>
    public const double Rest = 0.15e-9;

    private readonly TunnelJunction _junction = new(0, 0.5 * file.Problem.Mesh.Nx * file.Problem.Mesh.Dx, 1);

    /// <summary>Speed u of the skyrmions in m/s: with ξ = α they go with the electrons.</summary>
    public double Speed => ElectronDrift.Of(file.Problem, Math.Abs(file.Problem.Terms.OfType<ZhangLiTerm>().First().Density!.Value.X));

    /// <summary>Fills and empties it.</summary>
    /// <param name="count">Number of skyrmions.</param>
    /// <param name="pulse">Length of a pulse in seconds.</param>
    /// <param name="done">Is told the share that is done.</param>
    public SkyrmionSteps Write(int count, double pulse, Action<double> done)
    {
        double[] centres = [.. Enumerable.Range(0, count).Select(k => -(0.5 + k) * Spacing)];
        using LiveTexture strip = new(file, body => SkyrmionRow.Create(body, file.Problem.Initial, centres), cancellation);
        strip.Relax(500);
        strip.Run(Rest, 0);
        List<SynapseState> states = [State(strip.Magnetisation)];
        List<TextureSnapshot> snapshots = [TextureSnapshot.Of("before the first pulse", strip.Magnetisation)];
        for (int k = 1; k <= 2 * count; k++)
        {
            strip.Run(pulse, k <= count ? 1 : -1);
            strip.Run(Rest, 0);
            states.Add(State(strip.Magnetisation));
            if (k == count / 2 || k == count)
                snapshots.Add(TextureSnapshot.Of($"after {k}", strip.Magnetisation));
            done(k / (2.0 * count));
        }

        return new([.. states.Take(count + 1)], [.. states.Skip(count + 1)], [.. snapshots]);
    }

    private SynapseState State(VectorField<double> m)
    {
        double[] places = SkyrmionRow.Find(m);
        return new(places, places.Count(x => x > _junction.Left), _junction.Conductance(m), TopologicalCharge.Of(m, 0));
    }
}
