using MagHopfield.Devices;
using MagHopfield.Film.Learning;
using MagHopfield.Film.Parameters;

namespace MagHopfield.Film.Tests.Learning;

public sealed class SavedStateTests : IDisposable
{
    private static readonly double[] LeftRight = [5, -5, 5, -5];
    private readonly string _folder = Directory.CreateTempSubdirectory("film-state-").FullName;

    public void Dispose() => Directory.Delete(_folder, true);

    [Fact]
    public void A_warm_film_saved_after_a_relaxation_goes_on_with_the_same_noise()
    {
        FilmParameters warm = SmallFilm.Parameters with { Magnetism = SmallFilm.Parameters.Magnetism with { Temperature = 300 } };
        string path = Path.Combine(_folder, "state.ovf");
        MicromagneticFilm film = new(warm);
        film.ApplyPulse(LeftRight, 0.1e-9, TestContext.Current.CancellationToken);
        film.Rest(0.1e-9, TestContext.Current.CancellationToken);
        film.Save(path);
        film.Rest(0.1e-9, TestContext.Current.CancellationToken);
        MicromagneticFilm other = new(warm);
        other.Load(path);
        other.Rest(0.1e-9, TestContext.Current.CancellationToken);
        Assert.Equal(film.Magnetisation.X, other.Magnetisation.X);
        Assert.Equal(film.Magnetisation.Y, other.Magnetisation.Y);
        Assert.Equal(film.Conductance[0, 1], other.Conductance[0, 1]);
    }

    [Fact]
    public void A_save_that_is_broken_off_leaves_the_old_state_whole()
    {
        string path = Path.Combine(_folder, "state.ovf");
        MicromagneticFilm film = new(SmallFilm.Parameters);
        film.Save(path);
        byte[] old = File.ReadAllBytes(path);
        film.ApplyPulse(LeftRight, 0.5e-9, TestContext.Current.CancellationToken);
        string staging = path + ".partial";
        Directory.CreateDirectory(staging);
        Assert.ThrowsAny<Exception>(() => film.Save(path));
        Assert.Equal(old, File.ReadAllBytes(path));
        Directory.Delete(staging);
        film.Save(path);
        Assert.NotEqual(old, File.ReadAllBytes(path));
        Assert.False(File.Exists(staging));
    }

    [Fact]
    public void A_file_cut_off_anywhere_is_refused_and_changes_nothing()
    {
        string path = Path.Combine(_folder, "state.ovf");
        MicromagneticFilm film = new(SmallFilm.Parameters);
        film.Save(path);
        byte[] whole = File.ReadAllBytes(path);
        film.ApplyPulse(LeftRight, 0.5e-9, TestContext.Current.CancellationToken);
        float[] before = [.. film.Magnetisation.X];
        for (int length = 0; length < whole.Length - 100; length += 97)
        {
            File.WriteAllBytes(path, whole[..length]);
            Assert.Throws<FormatException>(() => film.Load(path));
            Assert.Equal(before, film.Magnetisation.X);
        }
    }
}
