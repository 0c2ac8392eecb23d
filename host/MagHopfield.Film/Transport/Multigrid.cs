namespace MagHopfield.Film.Transport;

/// <summary>
/// One V-cycle as a preconditioner: bilinear interpolation, Galerkin coarse operators Pᵀ A P, two-step Chebyshev smoothing of the
/// Jacobi-scaled matrix before and after (the same polynomial twice keeps the cycle symmetric), dense Cholesky on the coarsest grid.
/// Points of known potential are cut out of every level.
/// </summary>
internal sealed class Multigrid
{
    private const int CoarsestPoints = 100;

    private readonly List<MultigridLevel> _levels = [];
    private readonly DenseCholesky _coarsest;

    /// <summary>Builds all levels.</summary>
    /// <param name="stiffness">K with all its points.</param>
    /// <param name="free">1 at points of unknown potential, 0 elsewhere, in the layout of the stencil's vectors.</param>
    public Multigrid(NinePointStencil stiffness, double[] free)
    {
        NinePointStencil stencil = FreePart(stiffness, free);
        MultigridLevel level = new(stencil);
        _levels.Add(level);
        while (level.Stencil.Count > CoarsestPoints && Math.Max(level.Stencil.PointsX, level.Stencil.PointsY) > 3)
        {
            level = new MultigridLevel(GalerkinCoarsening.Coarsen(level.Stencil, level.Free));
            _levels.Add(level);
        }

        _coarsest = new DenseCholesky(level.Stencil);
    }

    /// <summary>z = M r with M ≈ K⁻¹; both vectors in the layout of the finest stencil.</summary>
    public void Apply(double[] r, double[] z)
    {
        MultigridLevel finest = _levels[0];
        Array.Copy(r, finest.Right, r.Length);
        Cycle(0);
        Array.Copy(finest.Solution, z, z.Length);
    }

    private void Cycle(int index)
    {
        MultigridLevel level = _levels[index];
        if (index == _levels.Count - 1)
        {
            _coarsest.Solve(level.Right, level.Solution);
            return;
        }

        MultigridLevel coarse = _levels[index + 1];
        level.SmoothFromZero();
        GalerkinCoarsening.Restrict(level.Stencil, level.Residual, coarse.Stencil, coarse.Right);
        PaddedVector.Mask(coarse.Right, coarse.Free);
        Cycle(index + 1);
        GalerkinCoarsening.AddInterpolated(coarse.Stencil, coarse.Solution, level.Stencil, level.Free, level.Solution);
        level.Smooth();
    }

    private static NinePointStencil FreePart(NinePointStencil k, double[] free)
    {
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
