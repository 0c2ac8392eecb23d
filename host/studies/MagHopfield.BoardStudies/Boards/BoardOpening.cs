using System.Globalization;
using MagHopfield.BoardClient;
using MagHopfield.BoardClient.Links;
using MagHopfield.BoardClient.Recording;
using MagHopfield.BoardServer.Flash;
using MagHopfield.BoardServer.Serving;
using MagHopfield.BoardStudies.FilmFiles;
using MagHopfield.Devices;
using MagHopfield.Film.Learning;
using MagHopfield.Film.Parameters;
using MagHopfield.Instrument.Measure;
using MagHopfield.Toml;
using MagHopfield.VirtualBoard.Circuit;

namespace MagHopfield.BoardStudies.Boards;

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
    /// <param name="cancellation">Ends the preparation of the film.</param>
    /// <param name="silence">Silence of a client after which another may take its seat; the usual one where null.</param>
    /// <exception cref="ProblemFileException">There is no such film, or its file is wrong.</exception>
    public static ServedBoard SwitchOn(
        string film, int? seed, string? flashPath, CancellationToken cancellation = default, TimeSpan? silence = null)
    {
        FileFlash? flash = flashPath is null ? null : new FileFlash(flashPath, ServedBoard.FlashPages, ServedBoard.FlashPageBytes);
        BoardKit kit = Kit(film, seed, cancellation);
        return new ServedBoard(kit.Film, kit.Parameters, kit.Settings, flash, silence);
    }

    /// <summary>The parts of a virtual board.</summary>
    /// <param name="film">
    /// Name of a film, "oja:N" for one of N nodes, <see cref="NoFilmName"/>, or path of a TOML file; the first built-in one where empty.
    /// </param>
    /// <param name="seed">Seed of every part's error and of the noise; the file's where null.</param>
    /// <param name="cancellation">Ends the preparation of the film.</param>
    /// <exception cref="ProblemFileException">There is no such film, or its file is wrong.</exception>
    public static BoardKit Kit(string film, int? seed, CancellationToken cancellation = default)
    {
        if (film == NoFilmName || Model(film) is not null)
        {
            return new BoardKit(
                Model(film) ?? (IMagneticDevice)FixedConductors.None(NodesWithoutFilm),
                new BoardParameters { Seed = seed ?? 1 },
                new InstrumentSettings());
        }

        if (film.StartsWith(OjaOfNodes, StringComparison.Ordinal))
        {
            return int.TryParse(film.AsSpan(OjaOfNodes.Length), NumberStyles.None, CultureInfo.InvariantCulture, out int nodes)
                && nodes is >= 2 and <= MostNodes
                ? new BoardKit(OjaGrid.Of(nodes), new BoardParameters { Seed = seed ?? 1 }, new InstrumentSettings())
                : throw new ProblemFileException($"film '{film}': write {OjaOfNodes}N with N from 2 to {MostNodes} nodes.");
        }

        EndToEndParameters parameters = Preparation.Of(() => Parameters(film.Length == 0 ? FilmParameters.Presets[0] : film), cancellation);
        return new BoardKit(
            MicromagneticFilm.Prepare(parameters.Film, cancellation),
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
            $"film '{name}': there is no such preset or file; presets: {string.Join(", ", Films)}, {OjaOfNodes}N, {NoFilmName}; a file is "
            + "named with its extension, as in film.toml.");

    /// <summary>Opens a board.</summary>
    /// <param name="address">Address.</param>
    /// <param name="recordPath">File for every byte of the session, or null.</param>
    /// <param name="command">Command line, written into the recording.</param>
    /// <param name="cancellation">Ends the preparation of a virtual board's film.</param>
    /// <exception cref="BoardLinkException">There is none, or it does not speak.</exception>
    /// <exception cref="IOException">The file for the session is there already, or cannot be written.</exception>
    public static HopfieldBoard Open(BoardAddress address, string? recordPath, string command, CancellationToken cancellation = default)
    {
        // Before the film of a virtual board, which may take minutes.
        StreamWriter? record = recordPath is null ? null : NewRecording(recordPath);
        IByteLink? link = null;
        try
        {
            link = OpenLink(address, cancellation, out uint tag);
            return new HopfieldBoard(record is null ? link : new RecordingLink(link, record, tag, command), tag);
        }
        catch
        {
            link?.Dispose();

            // A session that has broken off is worth keeping, one that never began is not.
            if (link is null && record is not null)
            {
                record.Dispose();
                File.Delete(recordPath!);
            }

            throw;
        }
    }

    private static StreamWriter NewRecording(string path)
    {
        try
        {
            return new StreamWriter(new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.Read));
        }
        catch (IOException) when (File.Exists(path))
        {
            throw new IOException($"--record: '{path}' is there already; name another file.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new IOException($"--record: '{path}' cannot be written ({e.Message.TrimEnd('.')}); name another file.", e);
        }
    }

    private static IByteLink OpenLink(BoardAddress address, CancellationToken cancellation, out uint tag)
    {
        tag = HopfieldBoard.NewTag();
        switch (address.Kind)
        {
            case BoardAddressKind.Serial:
                return SerialPortLink.Open(address);
            case BoardAddressKind.Tcp:
                return TcpLink.Open(address, TimeSpan.FromSeconds(5));
            case BoardAddressKind.Replay:
                SessionRecord record = SessionRecord.Load(address.Target);
                tag = record.FirstTag;
                return new ReplayLink(record, address.Target);
            default:
                ServedBoard board = SwitchOn(address.Target, null, null, cancellation);
                return new InProcessLink(board, address.ToString(), board);
        }
    }
}
