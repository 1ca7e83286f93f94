// Wrong on purpose: a right-hand area that a left-hand one uses, in every way in which code can. The dependency tests must see each.
namespace Trellis.Tests.House.Planted.Later
{
    public sealed class Thing
    {
        public const int Number = 1;

        public static Thing Make() => new();

        public int Size => 1;
    }

    [AttributeUsage(AttributeTargets.Class)]
    public sealed class MarkAttribute : Attribute;
}

namespace Trellis.Tests.House.Planted.Between
{
    public static class Door
    {
        public static Later.Thing Open() => new();
    }
}

namespace Trellis.Tests.House.Planted.Earlier
{
    public sealed class ByField
    {
        private Later.Thing? _thing;

        public void Keep(object thing) => _thing = thing as Later.Thing;
    }

    public static class ByBody
    {
        public static bool Try() => Later.Thing.Make() is not null;
    }

    public static class ByGenericArgument
    {
        public static int Count() => new List<Later.Thing>().Count;
    }

    public static class ByLambda
    {
        public static Func<int> Later1() => () => Later.Thing.Make().Size;
    }

    public static class ByAwait
    {
        public static async Task<int> CountAsync()
        {
            await Task.Yield();
            return Later.Thing.Make().Size;
        }
    }

    public static class ByReturnValueOfAnother
    {
        public static int Size() => Between.Door.Open().Size;
    }

    [Later.Mark]
    public sealed class ByAttribute;

    public sealed class Innocent
    {
        public static int Count() => new List<string>().Count;
    }
}
