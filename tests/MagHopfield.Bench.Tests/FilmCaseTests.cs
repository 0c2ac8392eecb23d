using System.Numerics;
using MagHopfield.Micromagnetics.Fields;

namespace MagHopfield.Bench.Tests;

public class FilmCaseTests
{
    [Theory]
    [InlineData(64, 48, 1, 8)]
    [InlineData(20, 12, 6, 4)]
    public void FFTW_gives_the_same_demagnetising_field_in_single_precision(int nx, int ny, int nz, int block) =>
        Compare<float>(nx, ny, nz, block, 1e-6);

    [Theory]
    [InlineData(64, 48, 1, 8)]
    [InlineData(20, 12, 6, 4)]
    public void FFTW_gives_the_same_demagnetising_field_in_double_precision(int nx, int ny, int nz, int block) =>
        Compare<double>(nx, ny, nz, block, 1e-14);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void A_time_step_allocates_nothing(int threads)
    {
        using FilmCase<float> film = new(64, 64, 1, threads);

        // Other threads of the test runner allocate now and then, the step itself always or never.
        Assert.Equal(0, Enumerable.Range(0, 10).Min(_ => film.AllocatedPerStep()));
    }

    [Fact]
    public void The_operations_of_a_film_are_those_counted_by_hand()
    {
        // 4 × 4 cells: 6 × (4 real rows of 8, 5 complex columns of 8) and 14 for each of 5 × 8 points, over 16 cells.
        double expected = ((6 * ((4 * 60) + (5 * 120))) + (14 * 40)) / 16.0;
        Assert.Equal(expected, ConvolutionCost.OperationsPerCell(4, 4, 1), 1e-9);
    }

    private static void Compare<T>(int nx, int ny, int nz, int block, double tolerance)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Assert.SkipUnless(
            EngineBenchmark.PeerInstalled, "FFTW is not installed; on Debian: apt-get install libfftw3-single3 libfftw3-double3");
        using FilmCase<T> film = new(nx, ny, nz, 1);
        Mesh mesh = film.Magnetisation.Mesh;
        using FftwDemagnetisation<T> peer = new(film.Demagnetisation.AddField, mesh, block);
        VectorField<T> ours = new(mesh);
        VectorField<T> theirs = new(mesh);
        film.Demagnetisation.AddField(film.Magnetisation, ours);

        // Twice: the second time shows that the first left its padding clean.
        peer.AddField(film.Magnetisation, theirs);
        theirs.Clear();
        peer.AddField(film.Magnetisation, theirs);
        double largest = Enumerable.Range(0, mesh.CellCount).Max(c => ours[c].Length);
        Assert.All(Enumerable.Range(0, mesh.CellCount), c => Assert.InRange((ours[c] - theirs[c]).Length, 0, tolerance * largest));
    }
}
