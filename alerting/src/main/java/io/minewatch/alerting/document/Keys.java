package io.minewatch.alerting.document;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Every key of a registry document: what it is called and which change of it lowers protection. A
 * key that is not here counts as lowering when it is changed, until somebody has decided.
 */
final class Keys {
  private Keys() {}

  /** A field; of a row of a list, if the path has a star in it. */
  record Key(String path, String chinese, String english, Weaker weaker) {}

  /**
   * A list of rows.
   *
   * @param lowersGone whether taking a row out lowers protection
   */
  record Section(String name, String chinese, String english, boolean lowersGone) {}

  static final List<Section> SECTIONS =
      List.of(
          new Section("zones", "区域", "zone", true),
          new Section("points", "测点", "point", true),
          new Section("own", "自定限值", "own limit", false), // decided by what then holds
          new Section("off", "停用规则", "rule switched off", false), // likewise
          new Section("rules", "本矿规则", "rule of the mine", true),
          new Section("people", "人员", "person", false),
          new Section("leaders", "带班安排", "leaders of shift", false),
          new Section("stations", "分站", "station", false));

  static final List<Key> ALL =
      List.of(
          new Key("mine", "煤矿编码", "mine code", Weaker.WHEN_CHANGED),
          new Key("name", "名称", "name", Weaker.NEVER),
          new Key("nameEnglish", "英文名称", "English name", Weaker.NEVER),
          new Key("kind", "矿山类型", "kind of mine", Weaker.WHEN_CHANGED),
          new Key("classes", "瓦斯等级", "mine classes", Weaker.WHEN_CHANGED),
          new Key("jurisdiction", "监管辖区", "jurisdiction", Weaker.WHEN_CHANGED),
          new Key("place/latitude", "纬度", "latitude", Weaker.NEVER),
          new Key("place/longitude", "经度", "longitude", Weaker.NEVER),
          new Key("status", "生产状态", "status", Weaker.WHEN_STATUS_CHANGED),
          new Key("statusSince", "状态起始", "status since", Weaker.NEVER),
          new Key("timeZone", "时区", "time zone", Weaker.WHEN_CHANGED),
          new Key("shifts", "班次", "begins of shifts", Weaker.WHEN_CHANGED),
          new Key("peopleLimit", "全矿定员", "people limit of the mine", Weaker.WHEN_MORE_PEOPLE),
          new Key("tagPeriod", "识别卡上报周期", "reporting period of cards", Weaker.WHEN_MORE),
          new Key("zones/*/name", "名称", "name", Weaker.NEVER),
          new Key("zones/*/nameEnglish", "英文名称", "English name", Weaker.NEVER),
          new Key("zones/*/kind", "类型", "kind", Weaker.WHEN_CHANGED),
          new Key("zones/*/type", "文件中的类型", "type in the file", Weaker.NEVER),
          new Key("zones/*/underground", "井下", "underground", Weaker.WHEN_FALSE),
          new Key("zones/*/peopleLimit", "定员", "limit of people", Weaker.WHEN_MORE_PEOPLE),
          new Key("zones/*/allowed", "允许进入的卡", "cards allowed", Weaker.WHEN_ADDED),
          new Key("zones/*/neighbours", "相邻区域", "neighbours", Weaker.WHEN_CHANGED),
          new Key("zones/*/downwind", "下风侧区域", "zones downwind", Weaker.WHEN_CHANGED),
          new Key("zones/*/elevation", "标高", "elevation", Weaker.WHEN_CHANGED),
          new Key("zones/*/x", "图上横坐标", "place on the schematic", Weaker.NEVER),
          new Key("zones/*/y", "图上纵坐标", "place on the schematic", Weaker.NEVER),
          new Key("zones/*/definedBy", "定义文件", "defining file", Weaker.NEVER),
          new Key("points/*/name", "名称", "name", Weaker.NEVER),
          new Key("points/*/nameEnglish", "英文名称", "English name", Weaker.NEVER),
          new Key("points/*/zone", "所在区域", "zone", Weaker.WHEN_CHANGED),
          new Key("points/*/measure", "监测量", "measure", Weaker.WHEN_CHANGED),
          new Key("points/*/unit", "单位", "unit", Weaker.NEVER),
          new Key("points/*/lowest", "量程下限", "low end of the range", Weaker.WHEN_REPLACED),
          new Key("points/*/highest", "量程上限", "high end of the range", Weaker.WHEN_REPLACED),
          new Key("points/*/thresholds", "系统内限值", "thresholds in the file", Weaker.NEVER),
          new Key("points/*/location", "设置地点类别", "location class", Weaker.WHEN_CHANGED),
          new Key("points/*/period", "上报周期", "reporting period", Weaker.WHEN_MORE),
          new Key("points/*/reporting", "上报方式", "reporting mode", Weaker.WHEN_CHANGED),
          new Key("points/*/noiseFloor", "噪声下限", "noise floor", Weaker.WHEN_LESS),
          new Key("points/*/interlock", "联锁对象", "interlock partner", Weaker.WHEN_CHANGED),
          new Key("points/*/substation", "分站", "substation", Weaker.WHEN_REPLACED),
          new Key("points/*/definedBy", "定义文件", "defining file", Weaker.NEVER),
          new Key("people/*/name", "姓名", "name", Weaker.NEVER),
          new Key("people/*/job", "工种", "job", Weaker.NEVER),
          new Key("people/*/department", "部门", "department", Weaker.NEVER),
          new Key("people/*/leader", "矿领导", "mine leader", Weaker.WHEN_TRUE),
          new Key("people/*/cards", "识别卡", "cards", Weaker.NEVER),
          new Key("people/*/definedBy", "定义文件", "defining file", Weaker.NEVER),
          new Key("leaders/*/people", "带班领导", "people", Weaker.NEVER),
          new Key("stations/*/name", "名称", "name", Weaker.NEVER),
          new Key("stations/*/definedBy", "定义文件", "defining file", Weaker.NEVER),
          // What an own limit or a rule switched off does is decided by the limits that then hold.
          new Key("own/*/alarm", "报警值", "alarm", Weaker.NEVER),
          new Key("own/*/cut", "断电值", "cut", Weaker.NEVER),
          new Key("own/*/withdraw", "撤人值", "withdrawal", Weaker.NEVER),
          new Key("own/*/restore", "复电值", "restore", Weaker.NEVER),
          new Key("own/*/by", "制定人", "set by", Weaker.NEVER),
          new Key("own/*/why", "理由", "reason", Weaker.NEVER),
          new Key("own/*/date", "日期", "date", Weaker.NEVER),
          // So with the rules of the mine: part by part, by what then judges.
          new Key("rules/*", "规则内容", "what the rule says", Weaker.NEVER),
          new Key("off/*/by", "决定人", "decided by", Weaker.NEVER),
          new Key("off/*/why", "理由", "reason", Weaker.NEVER),
          new Key("off/*/date", "日期", "date", Weaker.NEVER));

  private static final Map<String, Key> BY_PATH = new TreeMap<>();
  private static final Map<String, Section> BY_NAME = new TreeMap<>();

  static {
    ALL.forEach(key -> BY_PATH.put(key.path(), key));
    SECTIONS.forEach(section -> BY_NAME.put(section.name(), section));
  }

  /** The section of a path that leads to a row or into one, or null. */
  static @Nullable Section section(List<String> path) {
    return path.size() > 1 ? BY_NAME.get(path.get(0)) : null;
  }

  /** The key of a path; one that changes protection, called by its name, if nobody described it. */
  static Key of(List<String> path) {
    String last = path.get(path.size() - 1);
    String pattern = String.join("/", path);
    if (section(path) != null && path.size() > 2) {
      pattern = path.get(0) + "/*/" + String.join("/", path.subList(2, path.size()));
    }
    Key key = BY_PATH.get(pattern);
    for (int end = pattern.lastIndexOf('/'); key == null && end > 0; ) {
      pattern = pattern.substring(0, end); // what is deeper counts as what it is part of
      key = BY_PATH.get(pattern);
      end = pattern.lastIndexOf('/');
    }
    return key == null ? new Key(pattern, last, last, Weaker.WHEN_CHANGED) : key;
  }

  /** A field of a row of a section. */
  static Key of(Section section, String field) {
    return of(List.of(section.name(), "*", field));
  }
}
