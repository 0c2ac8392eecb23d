using System.Globalization;
using MagHopfield.BoardClient;
using MagHopfield.BoardClient.Links;
using MagHopfield.BoardClient.Recording;
using MagHopfield.BoardServer.Flash;
using MagHopfield.BoardServer.Serving;
using MagHopfield.Experiments.EndToEnd;
using MagHopfield.Film;
using MagHopfield.Film.Learning;
using MagHopfield.Film.Parameters;
using MagHopfield.Instrument;
using MagHopfield.Toml;
using MagHopfield.VirtualBoard;
using MagHopfield.VirtualBoard.StandAlone;

namespace MagHopfield.Experiments.Boards;

/// <summary>Opens a board by its address, and switches virtual boards on.</summary>
public static class BoardOpening
{
    /// <summary>The film that learns by eq. 2 of Niu 2024 instead of micromagnetics: at once.</summary>
    public const string OjaFilmName = "oja";

    /// <summary>The film that learns by eq. 2 as fitted to the simulated film.</summary>
    public const string SurrogateName = "surrogate";

    /// <summary>A board of four nodes with nothing attached.</summary>
    public const string NoFilmName = "none";

    private const int NodesWithoutFilm = 4;
    private const int MostNodes = 64;
    private const string OjaOfNodes = OjaFilmName + ":";

    /// <summary>Films by name.</summary>
    public static IReadOnlyList<string> Films => [.. FilmParameters.Presets, OjaFilmName, SurrogateName];

    /// <summary>Switches a virtual board on.</summary>
    /// <param name="film">Name of a film, or path of a TOML file; the first built-in one where empty.</param>
    /// <param name="seed">Seed of every part's error and of the noise; the file's where null.</param>
    /// <param name="flashPath">File of its flash, or null for one that forgets.</param>
    /// <exception cref="ProblemFileException">There is no such film, or its file is wrong.</exception>
    public static ServedBoard SwitchOn(string film, int? seed, string? flashPath)
    {
        FileFlash? flash = flashPath is null ? null : new FileFlash(flashPath, ServedBoard.FlashPages, ServedBoard.FlashPageBytes);
        BoardKit kit = Kit(film, seed);
        return new ServedBoard(kit.Film, kit.Parameters, kit.Settings, flash);
    }

    /// <summary>The parts of a virtual board.</summary>
    /// <param name="film">Name of a film, "oja:N" for one of N nodes, <see cref="NoFilmName"/>, or path of a TOML file; the first built-in one where empty.</param>
    /// <param name="seed">Seed of every part's error and of the noise; the file's where null.</param>
    /// <exception cref="ProblemFileException">There is no such film, or its file is wrong.</exception>
    public static BoardKit Kit(string film, int? seed)
    {
        if (film == NoFilmName || Model(film) is not null)
        {
            return new BoardKit(Model(film) ?? (ISelfLearningFilm)new NoFilm(NodesWithoutFilm), new BoardParameters { Seed = seed ?? 1 }, new InstrumentSettings());
        }

        if (film.StartsWith(OjaOfNodes, StringComparison.Ordinal))
        {
            return int.TryParse(film.AsSpan(OjaOfNodes.Length), NumberStyles.None, CultureInfo.InvariantCulture, out int nodes) && nodes is >= 2 and <= MostNodes
                ? new BoardKit(OjaGrid.Of(nodes), new BoardParameters { Seed = seed ?? 1 }, new InstrumentSettings())
                : throw new ProblemFileException($"film '{film}': write {OjaOfNodes}N with N from 2 to {MostNodes} nodes.");
        }

        EndToEndParameters parameters = Parameters(film.Length == 0 ? FilmParameters.Presets[0] : film);
        return new BoardKit(
            new MicromagneticFilm(parameters.Film),
            seed is int s ? parameters.Board with { Seed = s } : parameters.Board,
            new InstrumentSettings { Averages = parameters.Averages, MaximumGroupDeviation = parameters.ConsistencyLimit });
    }

    /// <summary>The model of a film that answers at once, or null where the name is another's.</summary>
    /// <param name="film">Name.</param>
    internal static OjaFilm? Model(string film) => film switch
    {
        OjaFilmName => OjaFilm.Niu2024(),
        SurrogateName => new OjaFilm(OjaSurrogate.Niu2024()),
        _ => null,
    };

    internal static EndToEndParameters Parameters(string name) => FilmParameters.Presets.Contains(name) ? EndToEndParameters.Preset(name)
        : Path.HasExtension(name) || File.Exists(name) ? EndToEndParameters.Load(name)
        : throw new ProblemFileException(
            $"film '{name}': there is no such preset or file; presets: {string.Join(", ", Films)}, {OjaOfNodes}N, {NoFilmName}; a file is named with its extension, as in film.toml.");

    /// <summary>Opens a board.</summary>
    /// <param name="address">Address.</param>
    /// <param name="recordPath">File for every byte of the session, or null.</param>
    /// <param name="command">Command line, written into the recording.</param>
    /// <exception cref="BoardLinkException">There is none, or it does not speak.</exception>
    public static HopfieldBoard Open(BoardAddress address, string? recordPath, string command)
    {
        uint tag = HopfieldBoard.NewTag();
        IByteLink link;
        switch (address.Kind)
        {
            case BoardAddressKind.Serial:
                link = SerialLink.Open(address);
                break;
            case BoardAddressKind.Tcp:
                link = TcpLink.Open(address, TimeSpan.FromSeconds(5));
                break;
            case BoardAddressKind.Replay:
                SessionRecord record = SessionRecord.Load(address.Target);
                tag = record.FirstTag;
                link = new ReplayLink(record, address.Target);
                break;
            default:
                ServedBoard board = SwitchOn(address.Target, null, null);
                link = new InProcessLink(board, address.ToString(), board);
                break;
        }

        try
        {
            IByteLink used = recordPath is null ? link : new RecordingLink(link, new StreamWriter(recordPath), tag, command);
            return new HopfieldBoard(used, tag);
        }
        catch
        {
            link.Dispose();
            throw;
        }
    }
}
