using MagHopfield.Micromagnetics.Fields;
using MagHopfield.Model.Keys;

namespace MagHopfield.Model.Magnet;

/// <summary>[initial].</summary>
internal static class InitialSection
{
    public static readonly Key<InitialKind> State = Key.Choice(
        "state",
        "Which state. `two_domains` has opposite directions left and right of x = 0, and a second wall at the seam where x is periodic; "
        + "`maze` has stripes up and down from noise; `file` is read from an OVF file of the same mesh, whose empty cells are outside the "
        + "body.",
        [
            ("uniform", InitialKind.Uniform), ("random", InitialKind.Random),
            ("random_in_plane", InitialKind.RandomInPlane), ("vortex", InitialKind.Vortex),
            ("neel_skyrmion", InitialKind.NeelSkyrmion), (
                "bloch_skyrmion", InitialKind.BlochSkyrmion), ("two_domains", InitialKind.TwoDomains),
            ("maze", InitialKind.Maze), ("file", InitialKind.File),
        ]);

    public static readonly Key<Vector3D> Direction = Key.Direction(
        "direction", "Direction of a uniform state, or of the left one of two domains.", [1, 0, 0]);

    public static readonly Key<Vector3D> WallDirection = Key.Direction(
        "wall_direction", "Direction in the wall between two domains.", [0, 1, 0]);

    public static readonly Key<int> Seed = Key.Integer(
        "seed", "Seed of a random state or maze; the same seed gives the same state.", 0, int.MaxValue, 1);

    public static readonly Key<int> Circulation = Key.Sign(
        "circulation",
        "Sense of a vortex: 1 counter-clockwise seen from +z. Of a skyrmion: direction of its wall, 1 outwards or counter-clockwise.",
        1);

    public static readonly Key<int> Polarity = Key.Sign("polarity", "Sign of m_z at the centre of a vortex or skyrmion.", 1);
    public static readonly Key<double> Diameter = Key.Positive(
        "diameter", "m", "Diameter of the core of a vortex, or of a skyrmion where m_z = 0.", 20e-9);
    public static readonly Key<double> Width = Key.Positive("wall_width", "m", "Full width of the wall between two domains.", 20e-9);
    public static readonly Key<double> Period = Key.Positive(
        "period", "m", "Period of the stripes of a maze, such as 4πA/D.").Without("required for a maze");
    public static readonly Key<Vector3D> Centre = Key.Vector("centre", "m", "Centre of a vortex or skyrmion.", [0, 0, 0]);
    public static readonly Key<string> File = Key.Path(
        "file", "Path of an OVF 1 or 2 file, from the folder of the problem file.").Without("required for a file");

    public static readonly SectionDeclaration Declaration = new(
        "initial",
        false,
        "The magnetisation at the start.",
        [State, Direction, WallDirection, Width, Seed, Period, Circulation, Polarity, Diameter, Centre, File]);

    public static InitialParameters Read(TomlSection section, InputFiles files)
    {
        InitialKind kind = State.Read(section);
        InitialParameters none = InitialParameters.Of(kind);
        switch (kind)
        {
            case InitialKind.Uniform:
                return none with { Direction = Direction.Read(section) };
            case InitialKind.TwoDomains:
                return none with
                {
                    Direction = Direction.Read(section),
                    WallDirection = WallDirection.Read(section),
                    Diameter = Width.Read(section),
                };
            case InitialKind.Maze:
                return none with { Seed = Seed.Read(section), Diameter = Period.Read(section) };
            case InitialKind.Random or InitialKind.RandomInPlane:
                return none with { Seed = Seed.Read(section) };
            case InitialKind.File:
                return none with { File = files.Find(section, File) };
            default:
                return none with
                {
                    Circulation = Circulation.Read(section),
                    Polarity = Polarity.Read(section),
                    Diameter = Diameter.Read(section),
                    Centre = Centre.Read(section),
                };
        }
    }

    public static void Write(DocumentWriter text, InitialParameters initial)
    {
        text.Section("[initial]");
        text.Add(State, initial.State);
        switch (initial.State)
        {
            case InitialKind.Uniform:
                text.Add(Direction, initial.Direction);
                break;
            case InitialKind.TwoDomains:
                text.Add(Direction, initial.Direction);
                text.Add(WallDirection, initial.WallDirection);
                text.Add(Width, initial.Diameter);
                break;
            case InitialKind.Maze:
                text.Add(Seed, initial.Seed);
                text.Add(Period, initial.Diameter);
                break;
            case InitialKind.Random or InitialKind.RandomInPlane:
                text.Add(Seed, initial.Seed);
                break;
            case InitialKind.File:
                text.AddFile(File, initial.File);
                break;
            default:
                text.Add(Circulation, initial.Circulation);
                text.Add(Polarity, initial.Polarity);
                text.Add(Diameter, initial.Diameter);
                text.Add(Centre, initial.Centre);
                break;
        }
    }
}
