using MagHopfield.Shared;

namespace MagHopfield.FilmStudies.Films;

/// <summary>The energy of every state of a network (Niu et al., PNAS 2024, eq. 4).</summary>
/// <param name="Trained">Trained pattern.</param>
/// <param name="Energies">Energy in watts at V = ±1 V, in the order of <see cref="Pattern.FromState"/>.</param>
public sealed record EnergyLandscape(Pattern Trained, IReadOnlyList<double> Energies)
{
    /// <summary>Energy from the trained pattern up to the next other state in watts; negative where another state lies lower.</summary>
    public double Margin
    {
        get
        {
            double trained = double.NaN;
            double other = double.PositiveInfinity;
            for (int s = 0; s < Energies.Count; s++)
            {
                if (Pattern.FromState(s, Trained.Length).SameUpToSign(Trained))
                    trained = Energies[s];
                else
                    other = Math.Min(other, Energies[s]);
            }

            return other - trained;
        }
    }

    /// <summary>Whether the trained pattern and its negative lie lowest, and no other state.</summary>
    public bool IsLearned => Margin > 0;

    /// <summary>The landscape of weights.</summary>
    public static EnergyLandscape Of(WeightMatrix weights, Pattern trained) =>
        new(trained, [.. Enumerable.Range(0, 1 << trained.Length).Select(s => weights.Energy(Pattern.FromState(s, trained.Length)))]);
}
