using System.Text.Json.Serialization.Metadata;
using MagHopfield.Film.Parameters;
using MagHopfield.FilmStudies.Films;
using MagHopfield.Store;

namespace MagHopfield.Papers.Yu2021.Maze;

/// <summary>Mazes of many seeds, several at a time, each a part that is kept through an interruption.</summary>
internal static class MazeParts
{
    /// <summary>Computes them, or takes them from the store.</summary>
    /// <typeparam name="T">What comes of a maze.</typeparam>
    /// <param name="store">Keeps them.</param>
    /// <param name="study">Name of what is computed.</param>
    /// <param name="film">The film.</param>
    /// <param name="work">Seed of each, and a text of all that decides it besides film and seed.</param>
    /// <param name="type">Their form in JSON, which must lose nothing.</param>
    /// <param name="compute">Computes one, by its place and the film with its seed.</param>
    /// <param name="threads">How many at the same time.</param>
    /// <param name="done">Is told how many are there, one at a time.</param>
    /// <param name="cancellation">Ends it early.</param>
    public static IReadOnlyList<T> Of<T>(
        ResultStore store,
        string study,
        FilmParameters film,
        IReadOnlyList<(int Seed, string Decides)> work,
        JsonTypeInfo<T> type,
        Func<int, FilmParameters, T> compute,
        int threads,
        Action<int> done,
        CancellationToken cancellation)
    {
        int there = 0;
        FilmParameters[] films = [.. work.Select(w => film.WithSeed(w.Seed))];
        return store.Parts(
            [.. work.Select((w, k) => PartKey.Of(study, FilmDocument.Of(films[k]).Hash, w.Decides))],
            type,
            k => compute(k, films[k]),
            threads,
            _ => done(++there),
            cancellation);
    }
}
