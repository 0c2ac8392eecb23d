using System.Numerics;
using MagHopfield.Micromagnetics.Materials;

namespace MagHopfield.Micromagnetics.Terms;

/// <summary>
/// Bulk Dzyaloshinskii-Moriya interaction of a chiral magnet, e = D m·(∇×m), H = −2D/(µ0 Ms) ∇×m; spirals have the period 4πA/|D|. Free
/// faces have 2A ∂m/∂n = D n × m.
/// </summary>
/// <typeparam name="T">float or double.</typeparam>
/// <param name="body">The body.</param>
/// <param name="strength">Constant D in J/m², by region; a face between two regions has their mean.</param>
/// <param name="boundary">What is taken for missing neighbours at free faces.</param>
/// <param name="exchangeStiffness">Exchange stiffness A in J/m, by region; only the chiral boundary needs it.</param>
/// <param name="mean">The mean of D at a face between two regions.</param>
public sealed class BulkDmi<T>(
    Ferromagnet body,
    ByRegion strength,
    DmiBoundary boundary = DmiBoundary.Open,
    ByRegion exchangeStiffness = default,
    FaceMean mean = FaceMean.Arithmetic)
    : DzyaloshinskiiMoriya<T>(body, strength, boundary, exchangeStiffness, mean, (-1, 0, 0), (0, -1, 0), (0, 0, -1))
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <inheritdoc/>
    public override string Name => "bulk_dmi";
}
