namespace MagHopfield.Architecture.Tests;

/// <summary>Which of our projects each may use. A project that is missing here fails the tests: decide its place first.</summary>
internal static class Layers
{
    public static readonly IReadOnlyDictionary<string, string[]> MayUse = new Dictionary<string, string[]>
    {
        ["MagHopfield.Shared"] = [],
        ["MagHopfield.Instrument"] = ["MagHopfield.Shared"],
        ["MagHopfield.DeviceCheck"] = ["MagHopfield.Instrument", "MagHopfield.Shared"],
        ["MagHopfield.Devices"] = ["MagHopfield.Shared"],
        ["MagHopfield.Toml"] = [],
        ["MagHopfield.Pictures"] = [],
        ["MagHopfield.Store"] = [],

        // What a study is, whatever it is about: no paper, no film, no board.
        ["MagHopfield.Studies"] = ["MagHopfield.Pictures", "MagHopfield.Reports", "MagHopfield.Store"],
        ["MagHopfield.Micromagnetics"] = ["MagHopfield.Shared", "MagHopfield.Store"],
        ["MagHopfield.Bench"] =
            [
                "MagHopfield.Micromagnetics",
                "MagHopfield.VirtualBoard",
                "MagHopfield.Film",
                "MagHopfield.Devices",
                "MagHopfield.Instrument",
                "MagHopfield.Shared", "MagHopfield.Store", "MagHopfield.Studies",
            ],
        ["MagHopfield.Model"] =
            [
                "MagHopfield.Micromagnetics",
                "MagHopfield.Pictures",
                "MagHopfield.Reports",
                "MagHopfield.Shared",
                "MagHopfield.Store",
                "MagHopfield.Toml",
            ],
        ["MagHopfield.Reports"] = ["MagHopfield.Pictures", "MagHopfield.Store"],
        ["MagHopfield.Validation"] = ["MagHopfield.Micromagnetics", "MagHopfield.Model", "MagHopfield.Reports", "MagHopfield.Studies"],
        ["MagHopfield.TextureStudies"] =
            [
                "MagHopfield.Micromagnetics", "MagHopfield.Model", "MagHopfield.Pictures", "MagHopfield.Reports", "MagHopfield.Shared",
                "MagHopfield.Store", "MagHopfield.Studies", "MagHopfield.Toml",
            ],
        ["MagHopfield.Film"] =
            [
                "MagHopfield.Devices", "MagHopfield.Shared", "MagHopfield.Micromagnetics", "MagHopfield.Pictures",
                "MagHopfield.Model", "MagHopfield.Reports", "MagHopfield.Toml",
            ],

        // The board reaches what is in its sockets through voltages and currents, never through micromagnetics.
        ["MagHopfield.VirtualBoard"] = ["MagHopfield.Devices", "MagHopfield.Instrument", "MagHopfield.Shared"],
        ["MagHopfield.BoardClient"] = ["MagHopfield.Shared"],
        ["MagHopfield.BoardServer"] =
            ["MagHopfield.BoardClient", "MagHopfield.VirtualBoard", "MagHopfield.Devices", "MagHopfield.Instrument", "MagHopfield.Shared"],

        // The Raspberry Pi's head; it reaches the film only through the wires of its header.
        ["maghopfield-pi"] = ["MagHopfield.BoardServer", "MagHopfield.Instrument", "MagHopfield.Shared", "MagHopfield.Store"],
        // What studies of any film share.
        ["MagHopfield.FilmStudies"] =
        [
            "MagHopfield.Film", "MagHopfield.Micromagnetics", "MagHopfield.Pictures", "MagHopfield.Model", "MagHopfield.Reports",
            "MagHopfield.Shared", "MagHopfield.Studies", "MagHopfield.Toml",
        ],

        // A paper knows no other paper and no board.
        ["MagHopfield.Papers.Niu2024"] =
        [
            "MagHopfield.Devices", "MagHopfield.Film", "MagHopfield.FilmStudies", "MagHopfield.Micromagnetics", "MagHopfield.Pictures",
            "MagHopfield.Model", "MagHopfield.Reports", "MagHopfield.Shared", "MagHopfield.Store", "MagHopfield.Studies",
            "MagHopfield.Toml",
        ],
        ["MagHopfield.Papers.Yu2021"] =
        [
            "MagHopfield.Devices", "MagHopfield.Film", "MagHopfield.FilmStudies", "MagHopfield.Micromagnetics", "MagHopfield.Pictures",
            "MagHopfield.Model", "MagHopfield.Reports", "MagHopfield.Shared", "MagHopfield.Store", "MagHopfield.Studies",
            "MagHopfield.Toml",
        ],
        ["MagHopfield.BoardStudies"] =
        [
            "MagHopfield.BoardClient", "MagHopfield.BoardServer", "MagHopfield.Devices", "MagHopfield.Film", "MagHopfield.FilmStudies",
            "MagHopfield.Hardware", "MagHopfield.Instrument", "MagHopfield.Micromagnetics", "MagHopfield.Papers.Niu2024",
            "MagHopfield.Pictures", "MagHopfield.Model", "MagHopfield.Reports", "MagHopfield.Shared", "MagHopfield.Store",
            "MagHopfield.Studies", "MagHopfield.Toml", "MagHopfield.VirtualBoard",
        ],
        ["MagHopfield.Hardware"] =
        [
            "MagHopfield.Reports", "MagHopfield.BoardClient", "MagHopfield.BoardServer", "MagHopfield.VirtualBoard", "MagHopfield.Film",
            "MagHopfield.Devices", "MagHopfield.Instrument", "MagHopfield.Shared", "MagHopfield.Store",

            // Size and electrodes of the film whose gold the pulses heat.
            "MagHopfield.Micromagnetics",
        ],
        ["maghopfield"] =
        [
            "MagHopfield.Hardware", "MagHopfield.Reports", "MagHopfield.TextureStudies", "MagHopfield.Validation",
            "MagHopfield.Bench",
            "MagHopfield.BoardClient",
            "MagHopfield.BoardServer",
            "MagHopfield.BoardStudies",
            "MagHopfield.FilmStudies",
            "MagHopfield.Papers.Niu2024", "MagHopfield.Papers.Yu2021",
            "MagHopfield.VirtualBoard",
            "MagHopfield.Film",
            "MagHopfield.Devices",
            "MagHopfield.Instrument",
            "MagHopfield.Micromagnetics",
            "MagHopfield.Pictures",
            "MagHopfield.Model",
            "MagHopfield.Shared", "MagHopfield.Store", "MagHopfield.Studies", "MagHopfield.Toml",
        ],
    };

    /// <summary>Packages of the projects that are also compiled for the ESP32: those whose API nanoFramework has, too.</summary>
    public static readonly IReadOnlyDictionary<string, string[]> PackagesOfFirmware = new Dictionary<string, string[]>
    {
        ["MagHopfield.Shared"] = [],
        ["MagHopfield.Instrument"] = ["System.Device.Gpio"],
        ["MagHopfield.DeviceCheck"] = [],
    };

    /// <summary>The assembly of a project; only the commands are named otherwise.</summary>
    public static string AssemblyOf(string project) => project switch
    {
        "MagHopfield.Cli" => "maghopfield",
        "MagHopfield.RaspberryPi" => "maghopfield-pi",
        _ => project,
    };
}
