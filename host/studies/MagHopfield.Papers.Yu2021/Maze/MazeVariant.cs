using MagHopfield.Film.Parameters;
using MagHopfield.Model.Declarations;

namespace MagHopfield.Papers.Yu2021.Maze;

/// <summary>A maze film that differs in one thing.</summary>
public static class MazeVariant
{
    /// <summary>The film with terms of one kind changed.</summary>
    /// <typeparam name="T">Their kind.</typeparam>
    /// <param name="film">The film.</param>
    /// <param name="change">Makes the other one.</param>
    /// <exception cref="ArgumentException">The film has no such term.</exception>
    public static FilmParameters With<T>(this FilmParameters film, Func<T, Term> change)
        where T : Term
    {
        ArgumentNullException.ThrowIfNull(film);
        return film.Parts.Terms.OfType<T>().Any()
            ? film with { Parts = film.Parts with { Terms = [.. film.Parts.Terms.Select(term => term is T one ? change(one) : term)] } }
            : throw new ArgumentException($"Film {film.Name} has no {typeof(T).Name}.");
    }
}
