using MagHopfield.Micromagnetics.Transport.Conductor;

namespace MagHopfield.Micromagnetics.Transport.Multigrid;

/// <summary>
/// The grids of the V-cycle: bilinear interpolation, Galerkin coarse operators Pᵀ A P, the inverse of the coarsest. Points of known
/// potential are cut out of every grid. Read by all threads.
/// </summary>
internal sealed class MultigridHierarchy
{
    private const int CoarsestPoints = 100;

    /// <summary>Builds all grids.</summary>
    /// <param name="stiffness">K with all its points.</param>
    /// <param name="owner">Electrode of each point, or <see cref="ConductorGrid.Free"/> where the potential is unknown.</param>
    public MultigridHierarchy(NinePointStencil stiffness, ReadOnlySpan<int> owner)
    {
        NinePointStencil stencil = FreePart(stiffness, owner);
        List<HierarchyLevel> levels = [HierarchyLevel.Of(stencil)];
        while (stencil.Count > CoarsestPoints && Math.Max(stencil.PointsX, stencil.PointsY) > 3)
        {
            stencil = GalerkinCoarsening.Coarsen(stencil);
            levels.Add(HierarchyLevel.Of(stencil));
        }

        Levels = levels;
        Coarsest = new DenseInverse(stencil, scaledSolution: levels.Count == 1);
    }

    /// <summary>From the finest to the coarsest.</summary>
    public IReadOnlyList<HierarchyLevel> Levels { get; }

    /// <summary>Inverse on the coarsest grid.</summary>
    public DenseInverse Coarsest { get; }

    /// <summary>
    /// Takes another matrix on the finest grid, whose smoother then is its own: whatever the coarser grids are of, the V-cycle stays
    /// positive definite. They decide how many iterations there are, and nothing else.
    /// </summary>
    /// <param name="stiffness">K with all its points.</param>
    /// <param name="owner">As for all grids.</param>
    public void TakeFinest(NinePointStencil stiffness, ReadOnlySpan<int> owner) => Levels[0].Take(FreePart(stiffness, owner));

    private static NinePointStencil FreePart(NinePointStencil k, ReadOnlySpan<int> owner)
    {
        double[] free = k.NewVector();
        for (int p = 0; p < owner.Length; p++)
            free[k.Margin + p] = owner[p] == ConductorGrid.Free ? 1 : 0;

        NinePointStencil part = new(k.PointsX, k.PointsY);
        int row = k.PointsX;
        for (int i = k.Margin; i < k.Margin + k.Count; i++)
        {
            part.Diagonal[i] = k.Diagonal[i] * free[i];
            part.East[i] = k.East[i] * free[i] * free[i + 1];
            part.North[i] = k.North[i] * free[i] * free[i + row];
            part.NorthEast[i] = k.NorthEast[i] * free[i] * free[i + row + 1];
            part.NorthWest[i] = k.NorthWest[i] * free[i] * free[i + row - 1];
        }

        return part;
    }
}
