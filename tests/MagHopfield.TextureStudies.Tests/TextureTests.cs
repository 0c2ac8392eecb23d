using MagHopfield.Micromagnetics.Fields;
using MagHopfield.Micromagnetics.Io;
using MagHopfield.Model.Files;
using MagHopfield.Model.Running;
using MagHopfield.TextureStudies.Textures;
using MagHopfield.TextureStudies.Walls;

namespace MagHopfield.TextureStudies.Tests;

/// <summary>What all studies of textures stand on.</summary>
public class TextureTests
{
    [Fact]
    public void A_line_is_fitted_and_what_lies_beside_it_is_told()
    {
        LinearFit exact = LinearFit.Of([0, 1, 2, 3], [1, 3, 5, 7]), bent = LinearFit.Of([0, 1, 2], [0, 1, 4]);
        Assert.Equal((2, 1, 1), (exact.Slope, exact.Intercept, exact.RSquare));

        // By hand: the line −1/3 + 2x, deviations 1/3, −2/3, 1/3; variance 26/3.
        Assert.Equal(2, bent.Slope, 12);
        Assert.Equal(1 - (6.0 / 9 / (26.0 / 3)), bent.RSquare, 12);
        Assert.Equal(2.0 / 3 / 4, bent.LargestDeviation, 12);
    }

    [Fact]
    public void A_junction_conducts_by_the_area_that_is_parallel()
    {
        VectorField<double> m = new(new Mesh(10, 2, 1, 4e-9, 4e-9, 1e-9));
        for (int i = 0; i < m.Mesh.CellCount; i++)
            m[i] = new(0, 0, i % 10 < 5 ? 1 : -1);
        TunnelJunction whole = new(-20e-9, 20e-9, 1), left = new(-20e-9, 0, 1), against = new(-20e-9, 0, -1);
        const double half = 5 * 2 * 16e-18 / 10e-12;
        Assert.Equal(half, left.Conductance(m), 1e-12);
        Assert.Equal(half / 2, against.Conductance(m), 1e-12);
        Assert.Equal(1.5 * half, whole.Conductance(m), 1e-12);
    }

    [Fact]
    public void A_document_that_lives_moves_as_one_that_is_run()
    {
        TextureDocument document = TextureDocument.Of("wall-memristor").With(
            "time = 1e-9                              # s", "time = 1e-10").With("time = 1e-9\n", "time = 1e-11\n");
        DirectoryInfo folder = Directory.CreateTempSubdirectory("maghopfield-texture-");
        try
        {
            ProblemRun.Execute(document.Parse(), folder.FullName, false, "test", new Nobody(), CancellationToken.None);
            VectorField<double> run = Ovf.Read<double>(Path.Combine(folder.FullName, "m_final.ovf")).Field;
            using LiveTexture live = new(document.Parse(), CancellationToken.None);
            live.Relax(6);
            double start = WallPosition.Of(live.Magnetisation);
            live.Run(1e-10, 1);
            live.Run(1e-11, 0);
            Assert.True(WallPosition.Of(live.Magnetisation) < start - 1e-9, "the wall did not move");
            Assert.Equal(WallPosition.Of(run), WallPosition.Of(live.Magnetisation), 2e-12);
        }
        finally
        {
            folder.Delete(true);
        }
    }

    private sealed class Nobody : IRunObserver
    {
        public void Report(int stage, int stages, string activity, double fraction)
        {
        }
    }
}
